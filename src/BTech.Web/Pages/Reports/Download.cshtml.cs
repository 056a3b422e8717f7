using BTech.Agenda.Windows;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Reports;

/// <summary>A published report as a file; the same bytes each time for the same version.</summary>
[AllowAnonymous]
public sealed class DownloadModel(SummaryReports reports, CommentWindows windows, ListOfParticipants list) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int number, string format, CancellationToken cancel)
    {
        if (ReportFormat.Find(format) is not { } wanted) return NotFound();
        var found = await reports.PublicAsync(number, cancel);
        if (found.Report is not { } report) return found.IsWithdrawn ? StatusCode(StatusCodes.Status410Gone) : NotFound();
        if (await windows.FindAsync(report.WindowId, cancel) is not { } window) return NotFound();
        var document = await list.DocumentAsync(report, window.Consultation, cancel);
        return File(wanted.ToBytes(document), wanted.ContentType, $"{document.FileName}.{wanted.Extension}");
    }
}
