using BTech.Agenda.Windows;
using BTech.Documents.Feeds;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Reports;

/// <summary>
/// The published reports and their corrections as an Atom feed. The feed's own words are in the language of its address; each report keeps the one it
/// is written in. What is withdrawn is not in it any more, and nothing says that it was.
/// </summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class FeedModel(SummaryReports reports, CommentWindows windows, SiteSettings site, IStringLocalizer<Words.Reports> words, IStringLocalizer<Words.Shared> shared) : PageModel
{
    /// <summary>Its path, without the slash before it.</summary>
    public const string Path = "reports/feed";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var language = Words.CurrentLanguage.Of(HttpContext);
        var known = (await windows.AllAsync(cancel)).Select(window => window.Id).ToHashSet();
        var entries = (await reports.ReadableAsync(cancel)).Where(report => known.Contains(report.WindowId)).Select(Entry).ToList();
        var feed = new Feed(words["List.Title"], shared["Layout.Name"], language, site.AddressOf(language, Path), site.AddressOf(language, "reports"), entries);
        return File(AtomFeed.ToBytes(feed), AtomFeed.ContentType);
    }

    // Under the version's own address, which stays when it is replaced.
    private FeedEntry Entry(SummaryReport report)
    {
        var written = Language.Find(report.Language) ?? Language.English;
        var path = FormattableString.Invariant($"reports/{report.Number}/v{report.Version}");
        var page = site.AddressOf(Language.English, path);
        return new FeedEntry(page, $"{InlineText.Plain(report.Title)}: {InlineText.Plain(report.EventLine)}", written, site.AddressOf(written, path), report.PublishedOn!.Value,
            report.CorrectionNote is { } note ? InlineText.Plain(note) : null,
            // Beside the page there may be no other one of its type.
            [.. ReportFormat.Offered.Where(format => format != "html").Select(format => (site.AddressOf(Language.English, $"{path}.{format}"), (ReportFormat.Find(format)?.ContentType ?? ReportFormat.PdfContentType).Split(';')[0]))]);
    }
}
