using BTech.Agenda.Consultations;
using BTech.Record.DraftChecks;
using BTech.Web.Pages.Participate;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Consultations;

/// <summary>Where somebody types the code that everybody invited got, to read the draft of a report.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // EntryForm stands in for it: whoever answers must be able to come without any cookie.
public sealed class DraftEntryModel(ConsultationList consultations, DraftChecks checks, EntryForm form, IStringLocalizer<Words.DraftCheck> words) : SessionlessPage(form)
{
    public Consultation Consultation { get; private set; } = null!;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => ShowAsync(slug, cancel);

    /// <summary>Ends whatever session this browser has here, and comes back.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (IsOurs(Form)) await LeaveAsync();
        return Redirect(Request.PathBase + Request.Path);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await checks.FindAsync(Code, cancel) is { } draft && await consultations.FindAsync(slug, cancel) is { } consultation && draft.Report.ConsultationId == consultation.Id)
            return Redirect(Url.Content($"~/consultations/{slug}/draft/{draft.Check.Code}"));
        ModelState.AddModelError(nameof(Code), words["CodeWrong"]);
        return await ShowAsync(slug, cancel);
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        Consultation = consultation;
        await AnybodyAsync();
        return Page();
    }
}
