using BTech.Agenda.Windows;
using BTech.Record.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Reports;

/// <summary>What a report as a page and as a file share: the version that anybody may read under its address, and that address.</summary>
public abstract class PublicReportPage(SummaryReports reports, CommentWindows windows) : PageModel
{
    protected SummaryReports Reports { get; } = reports;

    /// <summary>The version that is read.</summary>
    protected SummaryReport Found { get; private set; } = null!;

    /// <summary>The round that it reports.</summary>
    protected CommentWindow Window { get; private set; } = null!;

    /// <summary>Where the version is read, in the form that pages resolve: with its number only if it was asked for under it.</summary>
    protected static string AddressOf(int number, int? version) => FormattableString.Invariant($"~/reports/{number}") + (version is { } one ? FormattableString.Invariant($"/v{one}") : "");

    /// <summary>Finds a version, the newest if none is asked for.</summary>
    /// <returns>The answer when there is nothing to read: 404 as long as nothing is published, 410 once it is withdrawn.</returns>
    protected async Task<IActionResult?> FindAsync(int number, int? version, CancellationToken cancel)
    {
        var found = version is { } one ? await Reports.PublicAsync(number, one, cancel) : await Reports.PublicAsync(number, cancel);
        if ((found.Report?.WindowId ?? found.WithdrawnFrom) is not { } id || await windows.FindAsync(id, cancel) is not { } window) return NotFound();
        if (found.Report is not { } report) return StatusCode(StatusCodes.Status410Gone);
        (Found, Window) = (report, window);
        return null;
    }
}
