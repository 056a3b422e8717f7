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

    private readonly DraftedReport _made = new(side);

    [Fact]
    public async Task Create_AskedTwiceAtOnce_GivesOneReportWithTheStandardSections()
    {
        await BeginAsync();
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _made.CreateAsync()));
        Assert.All(again, number => Assert.Equal(_made.Number, number));
        var report = await _made.NewestAsync();
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
        await _made.SealAsync(DraftedReport.Companies(10), 0, []);
        foreach (var input in _made.Inputs.Take(2)) await side.WithdrawAsync(input);
        foreach (var input in _made.Inputs.Skip(2)) await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(input, SetAsideReasons.Trial, SealedSide.Coder, default));
        await _made.CreateAsync();
        var text = string.Join('\n', (await _made.NewestAsync()).Texts().Select(InlineText.Plain));
        Assert.Contains("Ten or more contributors", text, StringComparison.Ordinal);
        Assert.Contains("companies", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddKeyPoint_WordingAndEvidence_AreHeldToTheNumbers()
    {
        await BeginAsync();
        var report = await _made.NewestAsync();
        var area = DraftedReport.Area(report, 1);
        Task<DraftOutcome> Add(string text, string? attribution, params IEnumerable<Guid> excerpts) => _made.AddAsync(report, text, attribution, excerpts, new StatementPlace(area));
        Assert.Equal(DraftResult.Done, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some, _made.Excerpts.Take(5))).Result);
        Assert.Equal(DraftResult.WordingTooStrong, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some, _made.Excerpts.Take(4))).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await Add("Some participants asked for **a shorter paper**.", AttributionLadder.Some)).Result);
        Assert.Equal(DraftResult.EvidenceMissing, (await Add("They asked for **a shorter paper**.", null, Guid.NewGuid())).Result);
        Assert.Equal(DraftResult.KeyPhraseMissing, (await Add("They asked for a shorter paper.", null, _made.Excerpts.Take(5))).Result);
        Assert.Equal(DraftResult.Footnote, (await Add("They asked for **a shorter paper**[^1].", null, _made.Excerpts.Take(5))).Result);
        Assert.Single((await _made.NewestAsync()).Statements().OfType<KeyPoint>());
    }

    [Fact]
    public async Task ChangeKeyPoint_SomebodyElseChangedIt_ShowsTheirTextAndKeepsIt()
    {
        await BeginAsync();
        var report = await _made.NewestAsync();
        const string first = "Some participants asked for **a shorter paper**.";
        const string second = "Some participants asked for **a much shorter paper**.";
        var id = (await _made.AddAsync(report, first, AttributionLadder.Some, _made.Excerpts.Take(5))).Id!.Value;
        var opened = (await _made.NewestAsync()).Statements().OfType<KeyPoint>().Single().State;
        Assert.True((await _made.ChangeAsync(id, DraftedReport.Draft(second, AttributionLadder.Some, _made.Excerpts.Take(5)), opened)).IsDone);
        var late = await _made.ChangeAsync(id, DraftedReport.Draft("Some participants asked for **a longer paper**.", AttributionLadder.Some, _made.Excerpts.Take(5)), opened);
        Assert.Equal((DraftResult.ChangedMeanwhile, second), (late.Result, late.Theirs));
        Assert.Equal(second, (await _made.NewestAsync()).Statements().OfType<KeyPoint>().Single().Text);
    }

    /// <summary>Not only the words are somebody's work: so are what they rest on, the phrase, and what was said of counter-views.</summary>
    [Fact]
    public async Task ChangeKeyPoint_SomebodyElseChangedWhatItRestsOn_IsKeptToo()
    {
        await BeginAsync();
        var report = await _made.NewestAsync();
        const string text = "Some participants asked for **a shorter paper**.";
        var id = (await _made.AddAsync(report, text, AttributionLadder.Some, _made.Excerpts.Take(5))).Id!.Value;
        var opened = (await _made.NewestAsync()).Statements().OfType<KeyPoint>().Single().State;
        var states = new HashSet<string> { opened };
        async Task ChangesAsync(KeyPointDraft draft)
        {
            Assert.True((await _made.ChangeAsync(id, draft)).IsDone);
            Assert.True(states.Add((await _made.NewestAsync()).Statements().OfType<KeyPoint>().Single().State));
            Assert.Equal(DraftResult.ChangedMeanwhile, (await _made.ChangeAsync(id, DraftedReport.Draft(text, AttributionLadder.Some, _made.Excerpts.Take(5)), opened)).Result);
        }
        var draft = DraftedReport.Draft(text, AttributionLadder.AFew, _made.Excerpts.Take(4));
        await ChangesAsync(draft);
        await ChangesAsync(draft with { CounterView = CounterView.NoneFound });
        await ChangesAsync(draft with { ContraryReason = "It is about another paper." });
        await ChangesAsync(draft with { Stance = Stance.Nuance });
    }

    [Fact]
    public async Task Move_StatementsAndBlocks_KeepTheirOrder()
    {
        await BeginAsync();
        var report = await _made.NewestAsync();
        var section = DraftedReport.Area(report, 2);
        async Task<Guid> Fact(string text, Guid? block = null) => (await side.AskAsync<Drafting, DraftOutcome>(drafting =>
            drafting.AddFactAsync(report.Id, new StatementPlace(section, block), text, SealedSide.Coder, default))).Id!.Value;
        var a = await Fact("a");
        var block = (await _made.NewestAsync()).Sections.Single(one => one.Id == section).Blocks.Single().Id;
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
        var report = await _made.NewestAsync();
        var place = new StatementPlace(DraftedReport.Area(report, 1), NewBlock: BlockKind.Views);
        Assert.True((await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", AttributionLadder.Some, _made.Excerpts.Take(5), place)).IsDone);
        var block = (await _made.NewestAsync()).Sections.Single(section => section.FocusAreaNumber == 1).Blocks.Single();
        Assert.Equal((BlockKind.Views, "On this, views differed:"), (block.Kind, block.Introduction));
        foreach (var (sentence, read) in new[] { ("On length, views differed:", "On length, views differed:"), (" ", "On this, views differed:") })
        {
            Assert.True((await _made.IntroduceAsync(report, block.Id, sentence)).IsDone);
            Assert.Equal(read, (await _made.NewestAsync()).Sections.Single(section => section.FocusAreaNumber == 1).Blocks.Single().Introduction);
        }
    }

    [Fact]
    public async Task Check_AnInputIsSetAside_ThePhraseNoLongerHoldsAndBlocks()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_made.Inputs[0], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        var findings = await _made.FindingsAsync();
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.WordingTooStrong, IsBlocking: true });
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.PhraseInText, IsBlocking: true, Detail: "Some participants" });
        Assert.Contains(findings, finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));
    }

    [Fact]
    public async Task Check_EvidenceOfAnotherArea_BlocksUnlessTheThemeCutsAcross()
    {
        await BeginAsync();
        var report = await _made.NewestAsync();
        await _made.AddAsync(report, "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _made.Excerpts.Take(3), new StatementPlace(DraftedReport.Area(report, 2)));
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceOutsideArea, IsBlocking: true });
        var theme = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_made.Consultation.Id, default))).Single().Theme;
        await side.AskAsync<CodeBook, CodingResult>(book => book.ChangeAsync(_made.Consultation.Id, theme.Id, new ThemeWording(theme.Name, null, IsCrossCutting: true), default));
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.EvidenceOutsideArea);
    }

    [Fact]
    public async Task Check_OnlyBackgroundWords_Block()
    {
        await BeginAsync();
        var theme = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(_made.Consultation.Id, default))).Single().Theme.Id;
        var report = await _made.NewestAsync();
        var background = await side.CodeAsync(_made.Consultation.Id, _made.Inputs[^1], theme, Stance.Nuance);
        await _made.AddAsync(report, "It was also said that **papers are long**.", AttributionLadder.AlsoRaised, [background]);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.BackgroundOnly, IsBlocking: true });
    }

    /// <summary>The sentence before a list tells of all its points at once, and no less than a point does.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Check_AListsSentenceFromWhichAGroupsNumberFollows_Blocks()
    {
        await BeginAsync(new GroupSize("companies", 1, "business", 4, new Reach(4, 1, 1), new Reach(4, 1, 1)), new GroupSize("states", 2, "states", 2, new Reach(2, 1, 1), new Reach(2, 1, 1)));
        var report = await _made.NewestAsync();
        var area = DraftedReport.Area(report, 1);
        Assert.True((await _made.AddAsync(report, "**translated earlier**", AttributionLadder.AFew, _made.Excerpts.Take(5), new StatementPlace(area, NewBlock: BlockKind.Bullets, Introduction: "Some participants asked that it be:"))).IsDone);
        var block = DraftedReport.Points(await _made.NewestAsync()).Single().BlockId;
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.GroupsNumberTold, IsBlocking: true, Detail: "states", StatementId: null } && finding.BlockId == block);
        Assert.True((await _made.IntroduceAsync(report, block, "A few participants asked that it be:")).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind is FindingKind.GroupsNumberTold);
    }

    /// <summary>Besides the States seven were invited: if ten said it, it were two States at least; if five, that may be no State at all.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Check_APhraseFromWhichAGroupsNumberFollows_Blocks()
    {
        await BeginAsync(new GroupSize("companies", 1, "business", 4, new Reach(4, 1, 1), new Reach(4, 1, 1)), new GroupSize("states", 2, "states", 2, new Reach(2, 1, 1), new Reach(2, 1, 1)));
        var report = await _made.NewestAsync();
        var point = (await _made.AddAsync(report, "Some participants asked for **a shorter paper**.", AttributionLadder.Some, _made.Excerpts.Take(5))).Id!.Value;
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.GroupsNumberTold, IsBlocking: true, Detail: "states" } && finding.StatementId == point);
        Assert.True((await _made.ChangeAsync(point, DraftedReport.Draft("A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _made.Excerpts.Take(5)))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind is FindingKind.GroupsNumberTold or FindingKind.FewPossibleSpeakers);
        var speakers = await side.AskAsync<AttackerView, IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)>>(async attacker => await attacker.OfAsync(await _made.NewestAsync(), _made.Consultation, default));
        Assert.Equal(6, Assert.Single(speakers).PossibleSpeakers.Number);
    }

    /// <summary>
    /// A group's word in the sentence, whatever was chosen for the point, leaves its members alone; and nothing that other rounds or lists of participants tell takes anybody
    /// of them away.
    /// </summary>
    [Fact]
    [Invariant(23)]
    public async Task PossibleSpeakers_AGroupSpeaksInTheSentence_AreItsMembersAlone()
    {
        GroupSize companies = new("companies", 1, "business", 14, new Reach(14, 1, 1), new Reach(14, 1, 1)), states = new("states", 2, "states", 9, new Reach(9, 1, 1), new Reach(9, 1, 1));
        await BeginAsync(companies, states);
        var report = await _made.NewestAsync();
        async Task<int> SpeakersAsync(string text)
        {
            foreach (var point in DraftedReport.Points(await _made.NewestAsync())) await _made.RemoveAsync(point.Text);
            Assert.True((await _made.AddAsync(report, text, AttributionLadder.AlsoRaised, _made.Excerpts.Take(5))).IsDone);
            var newest = await _made.NewestAsync();
            return Assert.Single(await side.AskAsync<AttackerView, IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)>>(attacker => attacker.OfAsync(newest, _made.Consultation, default))).PossibleSpeakers.Number;
        }
        Assert.Equal(23, await SpeakersAsync("It was also asked for **a shorter paper**."));
        Assert.Equal(14, await SpeakersAsync("Companies asked for **a shorter paper**."));
        Assert.Equal(14, await SpeakersAsync("Some company participants asked for **a shorter paper**."));
        // The seal page named no States, so nobody was counted as one.
        Assert.Equal(23, await SpeakersAsync("It was said to States that **a shorter paper** helps."));
        // An earlier round with a list of its own, and a list here.
        var (earlier, _) = await side.WindowAsync(DraftedReport.Companies(6));
        await side.CensusAsync(earlier, companies with { Invited = 6 });
        await side.ExecuteAsync($"UPDATE record.summary_report SET participants_hash = '\\x00' WHERE id = '{report.Id}'");
        Assert.Equal(14, await SpeakersAsync("Companies asked for **a much shorter paper**."));
    }

    /// <summary>A long report asks the database no more often than a short one.</summary>
    [Fact]
    public async Task Check_TwoHundredPoints_TakesAsManyStatementsAsTwo()
    {
        await BeginAsync();
        async Task<int> StatementsAsync(int points)
        {
            var id = Guid.NewGuid();
            var report = new SummaryReport { Id = id, Number = 700_000 + points, Version = 1, ConsultationId = _made.Consultation.Id, WindowId = _made.Window.Id, Language = "en", Title = "Summary Report", EventLine = "Comments" };
            var section = new Section { Id = Guid.NewGuid(), ReportId = id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "Focus Area 1", Order = 1 };
            report.Sections.Add(section);
            for (var number = 1; number <= points; number++)
            {
                var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = number, Kind = BlockKind.Bullets, Introduction = $"Some participants asked for {number}:" };
                var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = 1, Text = $"Some company participants asked for **paper number {number}**.", Attribution = AttributionLadder.Some };
                foreach (var excerpt in _made.Excerpts) point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = excerpt });
                block.Statements.Add(point);
                section.Blocks.Add(block);
            }
            await side.AskAsync<SummaryReports, bool>(async reports =>
            {
                await reports.AddAsync(report, [], default);
                return true;
            });
            var (findings, statements) = await SealedSide.CountedAsync(() => side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _made.Consultation, LintSources.Nobody, default)));
            Assert.NotEmpty(findings);
            return statements;
        }
        var few = await StatementsAsync(2);
        Assert.InRange(few, 1, 60);
        Assert.Equal(few, await StatementsAsync(200));
    }

    [Fact]
    [Invariant(23)]
    public async Task Check_FewerThanFiveWereInvited_Blocks()
    {
        await BeginAsync(new GroupSize("companies", 1, "business", 4, new Reach(4, 1, 1), new Reach(4, 1, 1)));
        var report = await _made.NewestAsync();
        await _made.AddAsync(report, "A few participants asked for **a shorter paper**.", AttributionLadder.AFew, _made.Excerpts.Take(5));
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.FewPossibleSpeakers, IsBlocking: true });
    }

    [Fact]
    public async Task Clearance_EditorsOwnVersion_IsRefusedAndASecondPersonClearsIt()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        Assert.Equal(ClearanceResult.NotNow, await _made.ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal(DraftResult.NotADraft, (await _made.AddAsync(report, "Some **more words** here.", AttributionLadder.Some, _made.Excerpts.Take(5))).Result);
        Assert.Equal(ClearanceResult.OwnWork, await _made.ClearAsync(report, SealedSide.Coder));
        Assert.Equal(ClearanceResult.NoteMissing, await _made.SendBackAsync(report, " "));
        Assert.Equal(ClearanceResult.NotNow, await _made.PublishAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
        Assert.Null((await _made.PublicAsync()).Report);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        var published = (await _made.PublicAsync()).Report!;
        Assert.Equal((ReportStatus.Published, SealedSide.Other, 32), (published.Status, published.ClearedBy, published.ContentHash!.Length));
        Assert.Equal(ClearanceResult.NotNow, await _made.TakeBackAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(report, 1));
        Assert.Equal((null, true), ((await _made.PublicAsync()).Report, (await _made.PublicAsync()).IsWithdrawn));
        Assert.DoesNotContain(await side.AskAsync<SummaryReports, IReadOnlyList<SummaryReport>>(reports => reports.PublishedAsync(default)), one => one.Number == _made.Number);
    }

    [Fact]
    public async Task Publish_EvidenceSetAsideAfterClearance_IsBlocked()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        await _made.SubmitAsync(report);
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_made.Inputs[1], SetAsideReasons.Repeated, SealedSide.Coder, default));
        Assert.Equal(ClearanceResult.Blocked, await _made.PublishAsync(report));
        Assert.Null((await _made.PublicAsync()).Report);
    }

    [Fact]
    public async Task Undo_ReportOfItsWindowIsCleared_IsRefused()
    {
        await BeginAsync();
        var report = await CompleteAsync();
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_made.Inputs[^1], SetAsideReasons.Trial, SealedSide.Coder, default));
        await _made.SubmitAsync(report);
        await _made.ClearAsync(report);
        Assert.Equal(ReviewResult.BuiltUpon, await side.AskAsync<Review, ReviewResult>(review => review.UndoAsync(_made.Inputs[^1], SealedSide.Coder, default)));
    }

    // Five companies ask for a shorter paper on area 1, six more write on area 2, one gives background only.
    private Task BeginAsync(params GroupSize[] invited) => _made.BeginAsync(
        [
            .. DraftedReport.Companies(5),
            .. Enumerable.Range(0, 6).Select(number => new SealedSide.Voice("companies", (2, $"Another matter altogether, {number}."))),
            new SealedSide.Voice(null, (1, "Between us: papers are long.")) { Permission = QuotingPermission.BackgroundOnly },
        ], 5, invited is [] ? [new GroupSize("companies", 1, "business", 12, new Reach(10, 2, 1), new Reach(10, 2, 1))] : invited);

    private Task<SummaryReport> CompleteAsync() => _made.CompleteAsync("Some participants asked for **a shorter paper**.", AttributionLadder.Some);

    private async Task<IEnumerable<string>> TextsAsync(Guid section) => (await _made.NewestAsync()).Sections.Single(one => one.Id == section).Blocks.OrderBy(block => block.Order)
        .SelectMany(block => block.Statements.OrderBy(statement => statement.Order)).Select(statement => statement.Text).ToList();
}
