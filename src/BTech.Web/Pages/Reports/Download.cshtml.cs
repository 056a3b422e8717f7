using BTech.Agenda.Windows;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Reports;

/// <summary>A published report as a file; the same bytes each time for the same version, as long as the version before it can be read: a note of a correction goes with what it speaks of.</summary>
[AllowAnonymous]
public sealed class DownloadModel(SummaryReports reports, CommentWindows windows, ListOfParticipants list, PublishedFiles files, IStringLocalizer<Words.Reports> words) : PublicReportPage(reports, windows)
{
    /// <summary>What is offered instead when there is no PDF at the moment.</summary>
    public NoPdf NoPdf { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, int? version, string format, CancellationToken cancel)
    {
        if (ReportFormat.Offered.FirstOrDefault(offered => offered.Equals(format, StringComparison.OrdinalIgnoreCase)) is not { } wanted) return NotFound();
        if (await FindAsync(number, version, cancel) is { } nothing) return nothing;
        var document = await list.DocumentAsync(Found, Window.Consultation, cancel);
        try
        {
            return File(await files.MakeAsync(document, wanted, cancel), ReportFormat.Find(wanted)?.ContentType ?? ReportFormat.PdfContentType, $"{document.FileName}.{wanted}");
        }
        catch (PdfUnavailableException none)
        {
            var page = AddressOf(number, version);
            NoPdf = new NoPdf(none.Fault, page, [.. ReportFormat.All.Select(other => ($"{page}.{other.Extension}", words["Download." + other.Extension].Value))]);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = NoPdf.RetryAfter;
            return Page();
        }
    }
}
