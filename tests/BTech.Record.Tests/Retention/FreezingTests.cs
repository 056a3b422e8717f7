using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Record.Tests.Reports;
using static BTech.Record.Tests.SealedSide;

namespace BTech.Record.Tests.Retention;

/// <summary>A frozen window: nothing ties two texts together, and the phrases of its report stay as they held.</summary>
public sealed class FreezingTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly string[] Labels = ["The project team"];

    private readonly Consultation _consultation = InventedConsultation.New();

    [Fact]
    public async Task Freeze_DropsWhatTiesTexts_OfThisWindowOnly()
    {
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, 6).Select(number => new Voice("companies", (1, $"one {number}"), (2, $"two {number}"))));
        var (other, _) = await side.WindowAsync(new Voice("companies", (1, "elsewhere")));
        Assert.False(await IsDoneAsync(window));

        Assert.True(await FreezeAsync(window));

        Assert.True(await IsDoneAsync(window));
        Assert.False(await IsDoneAsync(other));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.sealed_input WHERE window_id = '{window}' AND contributor_id IS NOT NULL"));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{window}'"));
        Assert.Equal(0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id WHERE i.window_id = '{window}'"));
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{other}'"));
        Assert.Equal(1L, await side.ScalarAsync<long>("SELECT count(DISTINCT x) FROM (SELECT xmin::text x FROM record.sealed_input UNION SELECT xmin::text FROM record.contributor) AS rows"));
        Assert.Equal(12, (await side.AskAsync<InputList, InputPage>(list => list.PageAsync(Coder, window, InputFilter.Everything))).Items.Count);
        Assert.Equal(ids[0], (await side.AskAsync<InputList, ReadableInput?>(list => list.FindAsync(SealedSide.Coder, ids[0], default)))!.Id);
    }

    /// <summary>Whatever stood for a contributor stands nowhere in the schema any more, in no column of any table.</summary>
    [Fact]
    public async Task Freeze_IdsOfContributors_AreNowhere()
    {
        var (window, _, _, _) = await ReportAsync();
        var ids = (await side.ScalarAsync<Guid[]>($"SELECT array_agg(id) FROM record.contributor WHERE window_id = '{window.Id}'")).Select(id => id.ToString("D")).ToArray();
        Assert.NotEqual([], await WithAsync(ids));
        await FreezeAsync(window.Id);
        Assert.Equal([], await WithAsync(ids));
    }

    [Fact]
    public async Task Freeze_Report_KeepsThePhrasesThatHeld()
    {
        var (window, report, point, excerpts) = await ReportAsync();
        Assert.True(await FreezeAsync(window.Id));
        // Again, as after a kill before the keys were gone, or after a restored backup was frozen: what was kept stays.
        Assert.True(await FreezeAsync(window.Id));

        report = await ReportAsync(report.Number);
        Assert.Empty(await side.AskAsync<Backings, IReadOnlyDictionary<Guid, PointBacking>>(backings => backings.OfAsync(report, default)));
        var final = await side.AskAsync<Backings, IReadOnlyDictionary<Guid, IReadOnlySet<string>>?>(backings => backings.FinalAsync(report, default));
        Assert.Equal([AttributionLadder.AFew, AttributionLadder.AlsoRaised, AttributionLadder.Noted, AttributionLadder.Some], final![point].Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await FindingsAsync(report), finding => finding.StatementId == point);

        Assert.Equal(DraftResult.Done, (await ChangeAsync(report, point, "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, excerpts)).Result);
        Assert.Equal(DraftResult.Frozen, (await ChangeAsync(report, point, "Many participants asked for **a shorter paper**.", AttributionLadder.Many, excerpts)).Result);
        Assert.Equal(DraftResult.Frozen, (await ChangeAsync(report, point, "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, [.. excerpts.Skip(1)])).Result);
        var area = report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;
        Assert.Equal(DraftResult.Frozen, (await side.AskAsync<Drafting, DraftOutcome>(drafting =>
            drafting.AddKeyPointAsync(report.Id, new StatementPlace(area), Draft("Participants noted **a new thing** here.", AttributionLadder.AlsoRaised, excerpts), Labels, Coder, default))).Result);
        Assert.Equal(DraftResult.Done, (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.RemoveStatementAsync(report.Id, point, Coder, default))).Result);
    }

    /// <summary>A list that a sentence introduces is counted as a whole, and has no wording of its own to be kept.</summary>
    [Fact]
    public async Task Freeze_ReportWithAnIntroducedList_KeepsThePhrasesOfItsPoints()
    {
        var (window, report, point, excerpts) = await ReportAsync();
        var area = report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;
        var listed = (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(area, NewBlock: BlockKind.Bullets, Introduction: "Some participants asked that it be:"), Draft("**made shorter**", AttributionLadder.Some, excerpts), Labels, Coder, default))).Id!.Value;
        Assert.True(await FreezeAsync(window.Id));
        report = await ReportAsync(report.Number);
        Assert.Equal(new[] { point, listed }.Order(), (await side.AskAsync<Backings, IReadOnlyDictionary<Guid, IReadOnlySet<string>>?>(backings => backings.FinalAsync(report, default)))!.Keys.Order());
        Assert.DoesNotContain(await FindingsAsync(report), finding => finding.IsBlocking && (finding.BlockId is not null || finding.StatementId == listed));
    }

    [Fact]
    public async Task Check_FrozenReportThatClaimsMore_IsRed()
    {
        var (window, report, point, _) = await ReportAsync();
        await FreezeAsync(window.Id);
        await side.ExecuteAsync($"UPDATE record.statement SET attribution = 'many', text = 'Many participants asked for **a shorter paper**.' WHERE id = '{point}'");
        var findings = await FindingsAsync(await ReportAsync(report.Number));
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.WordingTooStrong, IsBlocking: true } && finding.StatementId == point);
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.PhraseInText, Detail: "Many participants" } && finding.StatementId == point);
    }

    [Theory]
    [InlineData("sealed_input")]
    [InlineData("final_wording")]
    public async Task Freeze_StoppedInTheDatabase_ChangesNothingAndIsFinishedByTheNextRun(string table)
    {
        var (window, report, point, _) = await ReportAsync();
        await side.ExecuteAsync($"""
            CREATE FUNCTION record.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$ BEGIN RAISE EXCEPTION 'stopped'; END $stop$;
            CREATE TRIGGER stop BEFORE INSERT ON record.{table} EXECUTE FUNCTION record.stop();
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => FreezeAsync(window.Id));
        await side.ExecuteAsync("DROP FUNCTION record.stop CASCADE");
        Assert.Equal(5L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.contributor WHERE window_id = '{window.Id}'"));
        Assert.True(await FreezeAsync(window.Id));
        Assert.True(await IsDoneAsync(window.Id));
        Assert.Contains(point, (await side.AskAsync<Backings, IReadOnlyDictionary<Guid, IReadOnlySet<string>>?>(backings => backings.FinalAsync(report, default)))!.Keys);
    }

    private async Task<IReadOnlyList<string>> WithAsync(IReadOnlyCollection<string> words)
    {
        var found = new List<string>();
        foreach (var table in await side.ScalarAsync<string[]>("SELECT array_agg(table_name::text) FROM information_schema.tables WHERE table_schema = 'record'"))
            if (await side.ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM record.\"{table}\" t WHERE t::text ~ '{string.Join('|', words)}')")) found.Add(table);
        return found;
    }

    private Task<bool> IsDoneAsync(Guid window) => side.AskAsync<Freezing, bool>(freezing => freezing.IsDoneAsync(window, default));

    private Task<bool> FreezeAsync(Guid window) => side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(window, default));

    private Task<IReadOnlyList<Finding>> FindingsAsync(SummaryReport report) =>
        side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));

    private async Task<SummaryReport> ReportAsync(int number) => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(number, null, default)))!;

    /// <summary>A draft on a window of five, with one key point on which all of them stand.</summary>
    private async Task<(CommentWindow Window, SummaryReport Report, Guid Point, IReadOnlyList<Guid> Excerpts)> ReportAsync()
    {
        var (id, inputs) = await side.WindowAsync(Enumerable.Range(0, 5).Select(number => new Voice(null, (1, $"shorter please {number}"))));
        var window = InventedConsultation.Window(_consultation, id);
        var theme = await side.ThemeAsync(_consultation.Id, "Length");
        var excerpts = new List<Guid>();
        foreach (var input in inputs) excerpts.Add(await side.CodeAsync(_consultation.Id, input, theme));
        var report = await ReportAsync(await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, window, Language.English, Coder, default)));
        var area = report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;
        var point = (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(area), Draft("Some participants asked for **a shorter paper**.", AttributionLadder.Some, excerpts), Labels, Coder, default))).Id!.Value;
        return (window, await ReportAsync(report.Number), point, excerpts);
    }

    private Task<DraftOutcome> ChangeAsync(SummaryReport report, Guid point, string text, string attribution, IReadOnlyList<Guid> excerpts) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, point, Draft(text, attribution, excerpts), null, Labels, Coder, default));

    private static KeyPointDraft Draft(string text, string attribution, IEnumerable<Guid> excerpts) =>
        new() { Text = text, Attribution = attribution, Stance = Stance.Support, CounterView = CounterView.NoneFound, Evidence = excerpts.ToDictionary(one => one, _ => EvidenceWeight.Main) };
}
