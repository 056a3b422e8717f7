using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A new round of written comments on the newest version of the paper.</summary>
public sealed class NewWindowModel(
    ConsultationList consultations, CommentWindows windows, ScopingPapers papers, Assignments assignments, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Joining> joining) : PageModel
{
    [FromRoute]
    public required string Slug { get; set; }

    [BindProperty]
    public Dictionary<string, string?> WindowTitle { get; set; } = LocalizedForm.Fields(null);

    [BindProperty]
    public WindowDates Dates { get; set; } = new();

    /// <summary>Who may take part, as posted.</summary>
    [BindProperty]
    public string? Admitted { get; set; } = nameof(Admission.Invited);

    /// <summary>Made with the form, so that a form sent twice makes one round.</summary>
    [BindProperty]
    public int RoundNumber { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        RoundNumber = NextNumber;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (Consultation.Windows.Any(window => window.Number == RoundNumber)) return ToRound();
        RoundNumber = NextNumber;
        if (!LocalizedForm.HasEnglish(WindowTitle)) ModelState.AddModelError("WindowTitle[en]", words["Round.TitleMissing"]);
        if (!LocalizedForm.Fits(WindowTitle, 200)) ModelState.AddModelError("WindowTitle[en]", words["Form.TooLong", 200]);
        var admission = AdmissionForm.Read(nameof(Admitted), Admitted, ModelState, joining);
        if (Dates.Read(nameof(Dates), clock.GetUtcNow(), ModelState, words) is not { } dates) return Page();
        RoundSaving saving;
        do
        {
            saving = await windows.AddAsync(Round(dates, admission, (await papers.FindAsync(Consultation.Id, null, cancel))?.Id), cancel);
        }
        // The newest version may be taken back between looking and adding; then the one before it is the newest.
        while (saving == RoundSaving.PaperTakenBack);
        if (saving == RoundSaving.Overlaps)
        {
            WindowDates.AddOverlap("Dates.Opens.Date", await windows.OverlappedAsync(Consultation.Id, null, dates.Opens, dates.Closes, cancel), ModelState, words);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), "window created", new WindowName(Slug, RoundNumber).ToString(), cancel);
        return ToRound();
    }

    private CommentWindow Round(ReadDates dates, Admission admission, Guid? paper) => new()
    {
        Id = Guid.NewGuid(),
        ConsultationId = Consultation.Id,
        Number = RoundNumber,
        Kind = RoundKind.Written,
        Title = LocalizedForm.Text(WindowTitle),
        PaperVersionId = paper,
        OpensAt = dates.Opens,
        ClosesAt = dates.Closes,
        Zone = dates.Zone,
        LateSendingMinutes = dates.LateSendingMinutes,
        HoldingHours = dates.HoldingHours,
        Admission = admission,
    };

    private int NextNumber => Consultation.Windows.Select(window => window.Number).DefaultIfEmpty(0).Max() + 1;

    private RedirectResult ToRound() => Redirect(Url.Content($"~/admin/windows/{Slug}/{RoundNumber}"));

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return false;
        if (await consultations.FindAsync(Slug, cancel) is not { } found) return false;
        Consultation = found;
        return true;
    }
}
