using BTech.Agenda.Consultations;
using BTech.Record.DraftChecks;
using BTech.Web.Pages.Participate;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Consultations;

/// <summary>The draft of a report for everybody who was invited, each sentence with its number, at which they may answer.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // EntryForm stands in for it: whoever reads must be able to come without any cookie.
public sealed class DraftModel(ConsultationList consultations, DraftChecks checks, EntryForm form) : DraftPage(consultations, checks, form)
{
    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, code, cancel)) return NotFound();
        await AnybodyAsync();
        return Page();
    }
}
