using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.People.OnRecord;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Consultations;

/// <summary>One consultation: what it asks, until when, of whom, and what becomes of the comments.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class ConsultationModel(ConsultationList consultations, ScopingPapers papers, SubmissionBook book, TimeProvider clock) : PageModel
{
    public Standing Standing { get; private set; } = null!;

    public Consultation Consultation => Standing.Consultation;

    public DateTimeOffset Now { get; private set; }

    public bool HasPaper { get; private set; }

    /// <summary>Whether submissions on the record are published.</summary>
    public bool HasAnnex { get; private set; }

    /// <summary>Whether people may ask to take part in one of its rounds.</summary>
    public bool TakesRegistrations => Consultation.Windows.Any(window => window.TakesRegistrations(Now));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        Now = clock.GetUtcNow();
        Standing = Standing.At(consultation, Now);
        HasPaper = (await papers.NumbersAsync(consultation.Id, cancel)).Count > 0;
        HasAnnex = await book.HasAnnexAsync([.. consultation.Windows.Select(window => window.Id)], cancel);
        return Page();
    }
}
