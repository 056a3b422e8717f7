using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Comparing;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>How a version that is not public yet came about, step by step with what each changed: all of it, or since it was last sent back.</summary>
public sealed class ChangesModel(ReadersDesk desk, DraftHistory history, TeamNames names, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    public IReadOnlyList<DraftChange> Changes { get; private set; } = [];

    /// <summary>Whether it was sent back once, so that its steps since can be looked at alone.</summary>
    public bool WasSentBack { get; private set; }

    [BindProperty(SupportsGet = true, Name = "since")]
    public string? Since { get; set; }

    /// <summary>Whether only the steps since are shown.</summary>
    public bool IsSince => WasSentBack && Since == "sent-back";

    /// <summary>Page, from 1; what cannot be read is the first.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? Asked { get; set; }

    public int At { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        var sentBack = await history.LastSentBackAsync(Report.Id, cancel);
        WasSentBack = sentBack > 0;
        var after = IsSince ? sentBack : 0;
        var count = await history.CountAsync(Report.Id, after, cancel);
        Pages = Math.Max(1, (count + DraftHistory.PageLength - 1) / DraftHistory.PageLength);
        At = int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        Changes = await history.PageAsync(Report.Id, after, At, cancel);
        await names.ReadAsync(cancel);
        return Page();
    }

    public string Who(StaffId who) => names.Of(who, User.StaffId());

    /// <summary>Heading of the section a change is in, as it is now; nothing for head and footnotes, and for a section that is gone.</summary>
    public string? HeadingOf(DraftChange change) => Report.Sections.Find(section => section.Id == change.SectionId)?.Heading;

    public ComparedText Differences(DraftChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ComparedText(WordChanges.Between(change.Before ?? "", change.After ?? ""), ReportLanguage);
    }

    /// <summary>Where the wording before a change can be taken up again; nothing where that is not possible, or it is what stands there now.</summary>
    public string? TakeUp(DraftChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!MayEdit || change is not { Place: WordingKind.Statement, Kind: DraftChangeKind.Reworded }) return null;
        var section = Report.Sections.Find(one => !one.IsFromLists && one.Blocks.Exists(block => block.Statements.Exists(statement => statement.Id == change.PlaceId)));
        if (section?.Blocks.SelectMany(block => block.Statements).Single(statement => statement.Id == change.PlaceId) is not { } statement || statement.Text == change.Before) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{Address}/sections/{section.Order}/{(statement is KeyPoint ? "key-point" : "statements")}/{statement.Id}?wording={change.Number}");
    }
}
