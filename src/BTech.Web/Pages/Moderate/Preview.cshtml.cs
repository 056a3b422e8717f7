using BTech.Documents.Reports;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>A report as its readers will see it, without the list of participants, which the project team does not see before publication; or an earlier version
/// as they saw it, one too that was withdrawn, so that a second person can look at what was taken away.</summary>
public sealed class PreviewModel(ReadersDesk desk, ListOfParticipants list, EvidenceBands bands, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    public ReportDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, int? version, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel, version)) return NotFound();
        // What publication would tell of the evidence, so that whoever clears the version sees it.
        if (!Report.Status.WasPublic())
        {
            var told = await bands.OfAsync(Report, Window.Consultation, cancel);
            foreach (var point in Report.Statements().OfType<KeyPoint>()) point.Told = told.GetValueOrDefault(point.Id);
        }
        Document = await list.DocumentAsync(Report, Window.Consultation, cancel);
        return Page();
    }
}
