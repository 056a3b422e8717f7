using BTech.Agenda.Windows;
using BTech.Record.Reports;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Reports;

/// <summary>All published Summary Reports.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class IndexModel(SummaryReports reports, CommentWindows windows) : PageModel
{
    public IReadOnlyList<(SummaryReport Report, CommentWindow Window)> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var known = (await windows.AllAsync(cancel)).ToDictionary(window => window.Id);
        Reports = [.. (await reports.PublishedAsync(cancel)).Where(report => known.ContainsKey(report.WindowId)).Select(report => (report, known[report.WindowId]))];
    }
}
