using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Reports.Passages;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.Gates;

/// <summary>Every coded passage is told of in a report or set aside with a reason.</summary>
public sealed class PassageCoverageTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly string[] Labels = ["The project team"];

    private readonly BTech.Agenda.Consultations.Consultation _consultation = InventedConsultation.New();
    private int _number;
    private Guid _theme;
    private Guid _window;
    private IReadOnlyList<Guid> _inputs = [];
    private readonly List<Guid> _passages = [];

    [Fact]
    public async Task SetAside_PassagesThatNoPointRestsOn_AreAccountedFor()
    {
        await BeginAsync();
        Assert.True(await LeavesAnyAsync());
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PassagesLeft, IsBlocking: false });
        Assert.Equal((2, 0, 2), await CountsAsync());

        Assert.True((await SetAsideAsync(_passages, PassageReason.RaisedOnce)).IsDone);
        // The two that the point rests on stay where they are.
        Assert.Equal((2, 2, 0), await CountsAsync());
        Assert.False(await LeavesAnyAsync());
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.PassagesLeft);

        Assert.True((await TakeBackAsync([_passages[2]])).IsDone);
        Assert.Equal((2, 1, 1), await CountsAsync());
        Assert.Equal(DraftResult.NotThere, (await TakeBackAsync([_passages[2]])).Result);
    }

    /// <summary>Everything, and theme by theme; what speaks against a point is carried as what it rests on.</summary>
    [Fact]
    public async Task Of_TwoThemes_SaysTheWholeExactly()
    {
        await BeginAsync();
        var other = await side.ThemeAsync(_consultation.Id, "Tables");
        var contrary = await side.CodeAsync(_consultation.Id, _inputs[0], other, Stance.Concern);
        await side.CodeAsync(_consultation.Id, _inputs[1], other);
        Assert.True((await SetAsideAsync([_passages[2]], PassageReason.RaisedOnce)).IsDone);
        var report = await ReportAsync();
        var point = report.Statements().OfType<KeyPoint>().Single();
        var draft = new KeyPointDraft
        {
            Text = point.Text, Attribution = point.Attribution, Stance = Stance.Support, ContraryReason = "It stands beside it.",
            Evidence = _passages.Take(2).Append(contrary).ToDictionary(one => one, one => one == contrary ? EvidenceWeight.Contrary : EvidenceWeight.Main),
        };
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, point.Id, draft, null, Labels, SealedSide.Coder, default))).IsDone);
        report = await ReportAsync();
        var whole = await side.AskAsync<PassageCoverage, ReportCoverage>(coverage => coverage.OfAsync(report, SealedSide.Coder, default));
        Assert.Equal((3, 1, 2), (whole.Told.Number, whole.SetAside.Number, whole.Left.Number));
        Assert.Equal([("Length of papers", 2, 1, 1), ("Tables", 1, 0, 1)], whole.Themes.Select(theme => (theme.Theme.Name, theme.Told.Number, theme.SetAside.Number, theme.Left.Number)));
    }

    [Fact]
    public async Task SetAside_WithoutAReasonThatSaysSomething_IsRefused()
    {
        await BeginAsync();
        Assert.Equal(DraftResult.ReasonMissing, (await SetAsideAsync(_passages, PassageReason.Other)).Result);
        Assert.Equal(DraftResult.ReasonMissing, (await SetAsideAsync(_passages, (PassageReason)99, "why")).Result);
        Assert.Equal(DraftResult.ReasonMissing, (await SetAsideAsync(_passages, null, "why")).Result);
        Assert.Equal(DraftResult.ReasonTooLong, (await SetAsideAsync(_passages, PassageReason.Other, new string('a', StatementRules.LongestReason + 1))).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await SetAsideAsync(_passages.Take(2), PassageReason.RaisedOnce)).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await SetAsideAsync([Guid.NewGuid()], PassageReason.RaisedOnce)).Result);
        Assert.Equal((2, 0, 2), await CountsAsync());
        Assert.True((await SetAsideAsync(_passages, PassageReason.Other, " it is about another paper ")).IsDone);
        var report = await ReportAsync();
        var found = await side.AskAsync<PassageCoverage, ThemePassages>(coverage => coverage.OfThemeAsync(report, _theme, SealedSide.Coder, default));
        Assert.Empty(found.Left);
        Assert.Equal(_passages.Skip(2).Order(), found.SetAside.Select(one => one.Passage.Id).Order());
        Assert.All(found.SetAside, one => Assert.Equal((PassageReason.Other, "it is about another paper"), (one.Reason, one.Words)));
    }

    /// <summary>A passage that goes with its input leaves nothing to account for, and one of an input that is set aside is nobody's to tell of.</summary>
    [Fact]
    public async Task LeavesAny_TheInputsOfThoseThatAreLeftAreGone_ThereIsNothingLeft()
    {
        await BeginAsync();
        Assert.True((await SetAsideAsync([_passages[2]], PassageReason.RaisedOnce)).IsDone);
        await side.WithdrawAsync(_inputs[2]);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[3], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        Assert.False(await LeavesAnyAsync());
        Assert.Equal((2, 0, 0), await CountsAsync());
    }

    [Fact]
    public async Task SetAside_AReportThatIsNoDraft_IsRefused()
    {
        await BeginAsync();
        await side.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.InReview} WHERE number = {_number}");
        Assert.Equal(DraftResult.NotADraft, (await SetAsideAsync(_passages, PassageReason.RaisedOnce)).Result);
    }

    private async Task BeginAsync()
    {
        _theme = await side.ThemeAsync(_consultation.Id, "Length of papers");
        (_window, _inputs) = await side.WindowAsync(Enumerable.Range(0, 4).Select(number => new SealedSide.Voice("companies", (1, $"A text of its own, {number}."))));
        foreach (var input in _inputs) _passages.Add(await side.CodeAsync(_consultation.Id, input, _theme));
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, _window), Language.English, SealedSide.Coder, default));
        var report = await ReportAsync();
        var draft = new KeyPointDraft { Text = "A few participants asked for **a shorter paper**.", Attribution = AttributionLadder.AFew, Stance = Stance.Concern, Evidence = _passages.Take(2).ToDictionary(one => one, _ => EvidenceWeight.Main) };
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(report.Sections.Single(section => section.FocusAreaNumber == 1).Id), draft, Labels, SealedSide.Coder, default))).IsDone);
    }

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private async Task<bool> LeavesAnyAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<PassageCoverage, bool>(coverage => coverage.LeavesAnyAsync(report, default));
    }

    private async Task<(int Told, int SetAside, int Left)> CountsAsync()
    {
        var report = await ReportAsync();
        var whole = await side.AskAsync<PassageCoverage, ReportCoverage>(coverage => coverage.OfAsync(report, SealedSide.Coder, default));
        var theme = Assert.Single(whole.Themes);
        Assert.Equal(_theme, theme.Theme.Id);
        Assert.Equal((theme.Told, theme.SetAside, theme.Left), (whole.Told, whole.SetAside, whole.Left));
        return (theme.Told.Number, theme.SetAside.Number, theme.Left.Number);
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
    }

    private async Task<DraftOutcome> SetAsideAsync(IEnumerable<Guid> passages, PassageReason? reason, string? words = null)
    {
        var report = await ReportAsync();
        return await side.AskAsync<PassageCoverage, DraftOutcome>(coverage => coverage.SetAsideAsync(report.Id, [.. passages], reason, words, SealedSide.Coder, default));
    }

    private async Task<DraftOutcome> TakeBackAsync(IReadOnlyCollection<Guid> passages)
    {
        var report = await ReportAsync();
        return await side.AskAsync<PassageCoverage, DraftOutcome>(coverage => coverage.TakeBackAsync(report.Id, passages, SealedSide.Coder, default));
    }
}
