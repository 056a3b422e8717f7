using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>One report from the first sentence to its withdrawal.</summary>
public sealed class ReportTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly string[] Labels = ["The project team", "UN Human Rights"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private CommentWindow _window = null!;
    private IReadOnlyList<Guid> _inputs = [];
    private IReadOnlyList<Guid> _excerpts = [];
    private int _number;

    [Fact]
    public async Task Create_AskedTwiceAtOnce_GivesOneReportWithTheStandardSections()
    {
        await BeginAsync();
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync()));
        Assert.All(again, number => Assert.Equal(_number, number));
        var report = await ReportAsync();
        Assert.Equal(
            [
                SectionKind.Introduction, SectionKind.HowToRead, SectionKind.Participation, SectionKind.OverarchingMessages, SectionKind.FocusArea, SectionKind.FocusArea,
                SectionKind.NextSteps, SectionKind.Participants,
            ], report.Sections.OrderBy(section => section.Order).Select(section => section.Kind));
        var text = string.Join('\n', report.Texts().Select(InlineText.Plain));
        Assert.Contains("From 29 July 2026 to 6 September 2026", text, StringComparison.Ordinal);
        Assert.Contains("An *invented* project", text, StringComparison.Ordinal);
        Assert.Contains("companies", text, StringComparison.Ordinal);
        Assert.DoesNotContain("states", text, StringComparison.Ordinal);
        Assert.Contains("Chatham House Rule", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12", text, StringComparison.Ordinal);
    }

    /// <summary>The seal page says ten or more and names companies; a report that counted anew would tell who went between them.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Create_AfterManyWereSetAsideOrWithdrawn_TellsTheBandAndTheGroupsOfTheSealPage()
    {
        var (window, inputs) = await side.WindowAsync(Enumerable.Range(0, 10).Select(number => new SealedSide.Voice("companies", (1, $"text {number}"))));
        foreach (var input in inputs.Take(2)) await side.WithdrawAsync(input);
        foreach (var input in inputs.Skip(2)) await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(input, SetAsideReasons.Trial, SealedSide.Coder, default));
        _window = InventedConsultation.Window(_consultation, window);
        _number = await CreateAsync();
        var text = string.Join('\n', (await ReportAsync()).Texts().Select(InlineText.Plain));
        Assert.Contains("Ten or more contributors", text, StringComparison.Ordinal);
        Assert.Contains("companies", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddKeyPoint_WordingAndEvidence_AreHeldToTheNumbers()
    {
        await BeginAsync();
        var report = await ReportAsync();
        var area = Area(report, 1);
        Task<DraftOutcome> Add(string text, string? attribution, params IEnumerable<Guid> excerpts) => AddAsync(report, area, text, attribution, excerpts);
        Assert.Equal(DraftResult.Done, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some, _excerpts.Take(5))).Result);
        Assert.Equal(DraftResult.WordingTooStrong, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some, _excerpts.Take(4))).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some)).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await Add("They asked for **a shorter paper**.", null, Guid.NewGuid())).Result);
        Assert.Equal(DraftResult.KeyPhraseMissing, (await Add("They asked for a shorter paper.", null, _excerpts.Take(5))).Result);
        Assert.Equal(DraftResult.Footnote, (await Add("They asked for **a shorter paper**[^1].", null, _excerpts.Take(5))).Result);
        Assert.Single((await ReportAsync()).Statements().OfType<KeyPoint>());
    }

    [Fact]
    public async Task ChangeKeyPoint_SomebodyElseChangedIt_ShowsTheirTextAndKeepsIt()
    {
        await BeginAsync();
        var report = await ReportAsync();
        const string first = "Some participants asked for **a shorter paper**.";
        const string second = "Some participants asked for **a much shorter paper**.";
        var id = (await AddAsync(report, Area(report, 1), first, AttributionLadder.Some, _excerpts.Take(5))).Id!.Value;
        var opened = (await ReportAsync()).Statements().OfType<KeyPoint>().Single().State;
        Assert.True((await ChangeAsync(report, id, second, was: opened)).IsDone);
        var late = await ChangeAsync(report, id, "Some participants asked for **a longer paper**.", was: opened);
        Assert.Equal((DraftResult.ChangedMeanwhile, second), (late.Result, late.Theirs));
        Assert.Equal(second, (await ReportAsync()).Statements().OfType<KeyPoint>().Single().Text);
    }

    /// <summary>Not only the words are somebody's work: so are what they rest on, the phrase, and what was said of counter-views.</summary>
    [Fact]
    public async Task ChangeKeyPoint_SomebodyElseChangedWhatItRestsOn_IsKeptToo()
    {
        await BeginAsync();
        var report = await ReportAsync();
        const string text = "Some participants asked for **a shorter paper**.";
        var id = (await AddAsync(report, Area(report, 1), text, AttributionLadder.Some, _excerpts.Take(5))).Id!.Value;
        var opened = (await ReportAsync()).Statements().OfType<KeyPoint>().Single().State;
        var states = new HashSet<string> { opened };
        async Task ChangesAsync(KeyPointDraft draft)
        {
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, id, draft, null, Labels, SealedSide.Coder, default))).IsDone);
            Assert.True(states.Add((await ReportAsync()).Statements().OfType<KeyPoint>().Single().State));
            Assert.Equal(DraftResult.ChangedMeanwhile, (await ChangeAsync(report, id, text, was: opened)).Result);
        }
        var draft = Draft(text, AttributionLadder.AFew, _excerpts.Take(4));
        await ChangesAsync(draft);
        await ChangesAsync(draft with { CounterView = CounterView.NoneFound });
        await ChangesAsync(draft with { ContraryReason = "It is about another paper." });
        await ChangesAsync(draft with { Stance = Stance.Nuance });
    }

    [Fact]
    public async Task Move_StatementsAndBlocks_KeepTheirOrder()
    {
        await BeginAsync();
        var report = await ReportAsync();
        var section = Area(report, 2);
        async Task<Guid> Fact(string text, Guid? block = null) => (await side.AskAsync<Drafting, DraftOutcome>(drafting =>
            drafting.AddFactAsync(report.Id, new StatementPlace(section, block), text, SealedSide.Coder, default))).Id!.Value;
        var a = await Fact("a");
        var block = (await ReportAsync()).Sections.Single(one => one.Id == section).Blocks.Single().Id;
        await Fact("b", block);
        await Fact("c");
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.MoveStatementAsync(report.Id, a, up: false, SealedSide.Coder, default))).IsDone);
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.MoveBlockAsync(report.Id, block, up: false, SealedSide.Coder, default))).IsDone);
        Assert.Equal(["c", "b", "a"], await TextsAsync(section));
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.RemoveStatementAsync(report.Id, a, SealedSide.Coder, default))).IsDone);
        Assert.Equal(["c", "b"], await TextsAsync(section));
    }

    [Fact]
    public async Task AddKeyPoint_WhereViewsDiffered_BeginsWithASentenceThatSaysSo()
    {
        await BeginAsync();
        var report = await ReportAsync();
        var place = new StatementPlace(Area(report, 1), NewBlock: BlockKind.Views);
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, place, Draft("Some participants asked for **a shorter paper**.", AttributionLadder.Some, _excerpts.Take(5)), Labels, SealedSide.Coder, default))).IsDone);
        var block = (await ReportAsync()).Sections.Single(section => section.FocusAreaNumber == 1).Blocks.Single();
        Assert.Equal((BlockKind.Views, "On this, views differed:"), (block.Kind, block.Introduction));
        foreach (var (sentence, read) in new[] { ("On length, views differed:", "On length, views differed:"), (" ", "On this, views differed:") })
        {
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeIntroductionAsync(report.Id, block.Id, sentence, SealedSide.Coder, default))).IsDone);
            Assert.Equal(read, (await ReportAsync()).Sections.Single(section => section.FocusAreaNumber == 1).Blocks.Single().Introduction);
        }
    }

    [Fact]
    public async Task Check_AnInputIsSetAside_ThePhraseNoLongerHoldsAndBlocks()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[0], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        var findings = await FindingsAsync();
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.WordingTooStrong, IsBlocking: true });
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.PhraseInText, IsBlocking: true, Detail: "Some participants" });
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        Assert.Equal(ClearanceResult.Blocked, await StepAsync(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default)));
    }

    [Fact]
    public async Task Check_EvidenceOfAnotherArea_BlocksUnlessTheThemeCutsAcross()
    {
        await BeginAsync();
        var report = await ReportAsync();
        await AddAsync(report, Area(report, 2), "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _excerpts.Take(3));
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceOutsideArea, IsBlocking: true });
        var theme = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_consultation.Id, default))).Single().Theme;
        await side.AskAsync<CodeBook, CodingResult>(book => book.ChangeAsync(_consultation.Id, theme.Id, new ThemeWording(theme.Name, null, IsCrossCutting: true), default));
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.EvidenceOutsideArea);
    }

    [Fact]
    public async Task Check_OnlyBackgroundWords_Block()
    {
        await BeginAsync();
        var theme = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_consultation.Id, default))).Single().Theme.Id;
        var report = await ReportAsync();
        var background = await side.CodeAsync(_consultation.Id, _inputs[^1], theme, Stance.Nuance);
        await AddAsync(report, Area(report, 1), "It was also said that **papers are long**.", AttributionLadder.AlsoRaised, [background]);
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.BackgroundOnly, IsBlocking: true });
    }

    /// <summary>Besides the States seven were invited: if ten said it, it were two States at least; if five, that may be no State at all.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Check_APhraseFromWhichAGroupsNumberFollows_Blocks()
    {
        await BeginAsync(new GroupSize("companies", 1, "business", 4, new Reach(4, 1, 1), new Reach(4, 1, 1)), new GroupSize("states", 2, "states", 2, new Reach(2, 1, 1), new Reach(2, 1, 1)));
        var report = await ReportAsync();
        var point = (await AddAsync(report, Area(report, 1), "Some participants asked for **a shorter paper**.", AttributionLadder.Some, _excerpts.Take(5))).Id!.Value;
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.GroupsNumberTold, IsBlocking: true, Detail: "states" } && finding.StatementId == point);
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(
            report.Id, point, Draft("A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _excerpts.Take(5)), null, Labels, SealedSide.Coder, default))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind is FindingKind.GroupsNumberTold or FindingKind.FewPossibleSpeakers);
        var speakers = await side.AskAsync<AttackerView, IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)>>(async attacker => await attacker.OfAsync(await ReportAsync(), _consultation, default));
        Assert.Equal(6, Assert.Single(speakers).PossibleSpeakers.Number);
    }

    [Fact]
    [Invariant(23)]
    public async Task Check_FewerThanFiveWereInvited_Blocks()
    {
        await BeginAsync(new GroupSize("companies", 1, "business", 4, new Reach(4, 1, 1), new Reach(4, 1, 1)));
        var report = await ReportAsync();
        await AddAsync(report, Area(report, 1), "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _excerpts.Take(5));
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.FewPossibleSpeakers, IsBlocking: true });
    }

    [Fact]
    public async Task Clearance_EditorsOwnVersion_IsRefusedAndASecondPersonClearsIt()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        Assert.Equal(ClearanceResult.NotNow, await StepAsync(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default)));
        Assert.Equal(ClearanceResult.Done, await StepAsync(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default)));
        Assert.Equal(DraftResult.NotADraft, (await AddAsync(report, Area(report, 1), "Some **more words** here.", AttributionLadder.Some, _excerpts.Take(5))).Result);
        Assert.Equal(ClearanceResult.OwnWork, await StepAsync(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.Equal(ClearanceResult.NoteMissing, await StepAsync(clearance => clearance.SendBackAsync(report.Id, " ", SealedSide.Other, default)));
        Assert.Equal(ClearanceResult.NotNow, await StepAsync(clearance => clearance.PublishAsync(report.Id, _consultation, LintSources.Nobody, Around, default)));
        Assert.Equal(ClearanceResult.Done, await StepAsync(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default)));
        Assert.Null((await PublicAsync()).Report);
        Assert.Equal(ClearanceResult.Done, await StepAsync(clearance => clearance.PublishAsync(report.Id, _consultation, LintSources.Nobody, Around, default)));
        var published = (await PublicAsync()).Report!;
        Assert.Equal((ReportStatus.Published, SealedSide.Other, 32), (published.Status, published.ClearedBy, published.ContentHash!.Length));
        Assert.Equal(ClearanceResult.NotNow, await StepAsync(clearance => clearance.TakeBackAsync(report.Id, default)));
        Assert.Equal(ClearanceResult.Done, await StepAsync(clearance => clearance.WithdrawAsync(report.Id, [1], default)));
        Assert.Equal((null, true), ((await PublicAsync()).Report, (await PublicAsync()).IsWithdrawn));
        Assert.DoesNotContain(await side.AskAsync<SummaryReports, IReadOnlyList<SummaryReport>>(reports => reports.PublishedAsync(default)), one => one.Number == _number);
    }

    [Fact]
    public async Task Publish_EvidenceSetAsideAfterClearance_IsBlocked()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        await StepAsync(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default));
        Assert.Equal(ClearanceResult.Done, await StepAsync(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default)));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[1], SetAsideReasons.Repeated, SealedSide.Coder, default));
        Assert.Equal(ClearanceResult.Blocked, await StepAsync(clearance => clearance.PublishAsync(report.Id, _consultation, LintSources.Nobody, Around, default)));
        Assert.Null((await PublicAsync()).Report);
    }

    [Fact]
    public async Task Undo_ReportOfItsWindowIsCleared_IsRefused()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[^1], SetAsideReasons.Trial, SealedSide.Coder, default));
        await StepAsync(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default));
        await StepAsync(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default));
        Assert.Equal(ReviewResult.BuiltUpon, await side.AskAsync<Review, ReviewResult>(review => review.UndoAsync(_inputs[^1], SealedSide.Coder, default)));
    }

    // Five companies ask for a shorter paper on area 1, six more write on area 2, one gives background only.
    private async Task BeginAsync(params GroupSize[] invited)
    {
        var theme = await side.ThemeAsync(_consultation.Id, "length");
        (var window, _inputs) = await side.WindowAsync(
            [
                .. Enumerable.Range(0, 5).Select(number => new SealedSide.Voice("companies", (1, $"The paper is too long, says text {number}."))),
                .. Enumerable.Range(0, 6).Select(number => new SealedSide.Voice("companies", (2, $"Another matter altogether, {number}."))),
                new SealedSide.Voice(null, (1, "Between us: papers are long.")) { Permission = QuotingPermission.BackgroundOnly },
            ]);
        await side.CensusAsync(window, invited is [] ? [new GroupSize("companies", 1, "business", 12, new Reach(10, 2, 1), new Reach(10, 2, 1))] : invited);
        var excerpts = new List<Guid>();
        foreach (var input in _inputs.Take(5)) excerpts.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _excerpts = excerpts;
        _window = InventedConsultation.Window(_consultation, window);
        _number = await CreateAsync();
    }

    // A report without a blocking finding: every section says something.
    private async Task<SummaryReport> CompleteAsync()
    {
        var report = await ReportAsync();
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages or SectionKind.FocusArea))
        {
            var outcome = section.FocusAreaNumber == 1
                ? await AddAsync(report, section.Id, "Some participants asked for **a shorter paper**.", AttributionLadder.Some, _excerpts.Take(5))
                : await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                    report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default));
            Assert.True(outcome.IsDone, outcome.Result.ToString());
        }
        return report;
    }

    private static Task<AroundTheReport> Around() => Task.FromResult(new AroundTheReport(new byte[32], false));

    private Task<int> CreateAsync() => side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, _window, Language.English, SealedSide.Coder, default));

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private Task<PublicReport> PublicAsync() => side.AskAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(_number, default));

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
    }

    private Task<ClearanceResult> StepAsync(Func<ReportClearance, Task<ClearanceResult>> step) => side.AskAsync(step);

    private async Task<IEnumerable<string>> TextsAsync(Guid section) => (await ReportAsync()).Sections.Single(one => one.Id == section).Blocks.OrderBy(block => block.Order)
        .SelectMany(block => block.Statements.OrderBy(statement => statement.Order)).Select(statement => statement.Text).ToList();

    private static Guid Area(SummaryReport report, int number) => report.Sections.Single(section => section.FocusAreaNumber == number).Id;

    private Task<DraftOutcome> AddAsync(SummaryReport report, Guid section, string text, string? attribution, IEnumerable<Guid> excerpts) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(section), Draft(text, attribution, excerpts), Labels, SealedSide.Coder, default));

    private Task<DraftOutcome> ChangeAsync(SummaryReport report, Guid id, string text, string was) => side.AskAsync<Drafting, DraftOutcome>(drafting =>
        drafting.ChangeKeyPointAsync(report.Id, id, Draft(text, AttributionLadder.Some, _excerpts.Take(5)), was, Labels, SealedSide.Coder, default));

    private static KeyPointDraft Draft(string text, string? attribution, IEnumerable<Guid> excerpts) => new()
    {
        Text = text,
        Attribution = attribution,
        Stance = Stance.Concern,
        Evidence = excerpts.ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main),
    };
}
