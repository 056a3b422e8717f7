using BTech.Documents.Reports;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>A report as its readers will see it, without the list of participants, which the project team does not see before publication.</summary>
public sealed class PreviewModel(ReadersDesk desk, ListOfParticipants list, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    public ReportDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        Document = await list.DocumentAsync(Report, Window.Consultation, cancel);
        return Page();
    }
}
