using BTech.Agenda.Consultations;
using BTech.Agenda.Rehearsing;
using BTech.Documents.Pdf;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The second step of removing a rehearsal, with an afternoon's work of the team in it: the consultation's name in addresses is typed.</summary>
public sealed class RemoveRehearsalModel(
    ConsultationList consultations, RehearsalBook rehearsals, RehearsalRemoval removal, PdfShelf shelf, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Rehearsing> words)
    : ConsultationPage(consultations, assignments)
{
    [BindProperty]
    public string? Typed { get; set; }

    /// <summary>Where a search found something of it.</summary>
    public IReadOnlyList<string> Found { get; private set; } = [];

    /// <summary>Whether it is gone all the same.</summary>
    public bool IsGone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Two who press at once: for the second one it is gone already, which is what was wanted.
        if (!await FindAsync(cancel) || Consultation.IsRehearsal) return NotFound();
        if (Typed?.Trim() != Slug)
        {
            if (!await ReadAsync(cancel)) return ToRehearsal();
            ModelState.AddModelError(nameof(Typed), words["Remove.NotTyped", Slug]);
            return Page();
        }
        var removed = await removal.RemoveAsync(Consultation.Id, cancel);
        switch (removed.Standing)
        {
            case RemovalStanding.Busy:
                ModelState.AddModelError("", words["Remove.Busy"]);
                return Page();
            case RemovalStanding.Left:
                Found = removed.Found;
                ModelState.AddModelError("", words["Remove.Left"]);
                return Page();
            case RemovalStanding.Removed:
                // Its paper and its report may have been printed.
                shelf.Clear();
                await audit.AddAsync(User.StaffId(), removed.Found.Count == 0 ? "rehearsal removed" : $"rehearsal removed, found in {string.Join(", ", removed.Found)}", Slug, cancel);
                (Found, IsGone) = (removed.Found, true);
                break;
        }
        return Found.Count > 0 ? Page() : ToRehearsal();
    }

    private RedirectResult ToRehearsal() => Redirect(Url.Content($"~/admin/consultations/{Slug}/rehearsal?removed=true"));

    private async Task<bool> ReadAsync(CancellationToken cancel) =>
        await FindAsync(cancel) && (await rehearsals.FindAsync(Consultation.Id, cancel) is not null || await rehearsals.IsBeingRemovedAsync(Consultation.Id, cancel));
}
