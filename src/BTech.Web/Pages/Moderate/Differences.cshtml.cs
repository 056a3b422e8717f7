using System.Globalization;
using BTech.Agenda.Comparing;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>In what the newest version of a report differs from an earlier one, for whoever clears it.</summary>
public sealed class DifferencesModel(ReadersDesk desk, SummaryReports reports, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    /// <summary>The numbers of the versions before the newest, the newest of them first.</summary>
    public IReadOnlyList<int> Earlier { get; private set; } = [];

    /// <summary>The version that the newest is compared with; what is not there is the one before it.</summary>
    [BindProperty(SupportsGet = true, Name = "with")]
    public string? Asked { get; set; }

    public int With { get; private set; }

    public IReadOnlyList<VersionDifference> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || Report.Version == 1) return NotFound();
        Earlier = [.. (await reports.VersionsAsync(number, cancel)).Select(version => version.Version).Where(version => version < Report.Version).OrderDescending()];
        With = int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Earlier.Contains(asked) ? asked : Earlier[0];
        if (await reports.FindAsync(number, With, cancel) is not { } earlier) return NotFound();
        All = VersionDifferences.Between(earlier, Report);
        return Page();
    }

    public ComparedText Differences(VersionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new ComparedText(WordChanges.Between(difference.Before ?? "", difference.After ?? ""), ReportLanguage);
    }
}
