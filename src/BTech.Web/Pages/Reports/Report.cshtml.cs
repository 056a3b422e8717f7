using BTech.Agenda.Windows;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using BTech.Record.Reports.Files;
using BTech.Record.Responses;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Reports;

/// <summary>A published Summary Report. Permanent, as the newest version and under the number of each; 410 once withdrawn, 404 as long as nothing is published.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class ReportModel(SummaryReports reports, CommentWindows windows, ListOfParticipants list, FileReleases releases, ReleasedResponses responses) : PublicReportPage(reports, windows)
{
    public ReportDocument Document { get; private set; } = null!;

    /// <summary>Whether submissions on the record to the round can be read, which may have been published after this version.</summary>
    public bool HasAnnex { get; private set; }

    /// <summary>Whether the project team has answered the newest version in public.</summary>
    public bool IsAnswered { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>The versions that can be read, the newest first.</summary>
    public IReadOnlyList<SummaryReport> Versions { get; private set; } = [];

    /// <summary>Where its files lie: without the number of the version only for the newest.</summary>
    public string Files { get; private set; } = "";

    /// <summary>The files that were made of it as it is now, by which a copy can be compared.</summary>
    public IReadOnlyList<FileRelease> Releases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, int? version, CancellationToken cancel)
    {
        if (await FindAsync(number, version, cancel) is { } nothing) return nothing;
        Slug = Window.Consultation.Slug;
        Document = await list.DocumentAsync(Found, Window.Consultation, cancel);
        HasAnnex = await list.HasAnnexAsync(Found, cancel);
        Versions = [.. (await Reports.VersionsAsync(number, cancel)).Where(other => other.Status.IsReadable())];
        IsAnswered = Found.Status is ReportStatus.Published && await responses.AreThereAsync(number, cancel);
        Files = AddressOf(number, version);
        Releases = await releases.OfContentAsync(Found.Id, Document.Language.Code, Document.Source, cancel);
        return Page();
    }
}
