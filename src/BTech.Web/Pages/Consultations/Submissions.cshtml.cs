using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.People.OnRecord;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Consultations;

/// <summary>The annex: every submission on the record in full, under its name, round by round. It holds no number or word of a comment.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class SubmissionsModel(ConsultationList consultations, SubmissionBook book) : PageModel
{
    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The rounds whose annex is published.</summary>
    public IReadOnlyList<(CommentWindow Window, IReadOnlyList<AnnexEntry> Entries)> Rounds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        Consultation = consultation;
        var annexes = await book.AnnexesAsync([.. consultation.Windows.Select(window => window.Id)], cancel);
        Rounds = [.. consultation.Windows.Where(window => annexes.ContainsKey(window.Id)).OrderBy(window => window.Number).Select(window => (window, annexes[window.Id]))];
        return Page();
    }
}
