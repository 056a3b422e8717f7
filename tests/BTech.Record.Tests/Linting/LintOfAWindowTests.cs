using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Record.Tests.Reports;
using BTech.Record.Translations;
using BTech.Record.Words;
using BTech.Testing;

namespace BTech.Record.Tests.Linting;

/// <summary>The lint on a window in the database: whose words a report is compared with, what stands behind the sentence before a list, and what a finding stops.</summary>
[Invariant(24)]
public sealed class LintOfAWindowTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Words = "we were told by the operator that our village would not be on any map of theirs";

    private static readonly string[] Labels = ["The project team"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private IReadOnlyList<Guid> _inputs = [];
    private List<Guid> _excerpts = [];
    private int _number;

    /// <summary>What is hidden or set aside is repeated less than anything else; what was withdrawn is not there any more, and nothing can be compared with it.</summary>
    [Fact]
    public async Task Check_WordsOfAContribution_AreFoundWhateverBecameOfIt()
    {
        await BeginAsync();
        await AddAsync("Some participants were **told by the operator that our village would not be on any map**.");
        Assert.True(await RepeatsAsync());
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(_inputs[0], 0, 40, "names", SealedSide.Coder, default));
        Assert.True(await RepeatsAsync());
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[0], SetAsideReasons.OffTopic, SealedSide.Coder, default));
        Assert.True(await RepeatsAsync());
        await side.WithdrawAsync(_inputs[0]);
        Assert.False(await RepeatsAsync());
    }

    [Fact]
    public async Task Check_WordsOfAWorkingTranslation_AreTheAuthorsToo()
    {
        await BeginAsync();
        await AddAsync("Some participants said that **the lamps along the canal have been dark since the meters came**.");
        Assert.False(await RepeatsAsync());
        var stamp = (await side.AskAsync<WorkingTranslations, FiledTranslation?>(translations => translations.FindAsync(_inputs[1], default)))!.Stamp;
        Assert.Equal(TranslationResult.Done, (await side.AskAsync<WorkingTranslations, TranslationOutcome>(translations => translations.SaveAsync(
            _inputs[1], new TranslationEntry("en", "The lamps along the canal have been dark since the meters came.", false, "in-house", TextJourney.Stayed, null), stamp, SealedSide.Coder, default))).Result);
        Assert.True(await RepeatsAsync());
    }

    /// <summary>"Some participants said, including that:" is true of the points together, not of each; "many" is not.</summary>
    [Theory]
    [InlineData("Some participants described what is hard, including that:", false)]
    [InlineData("A few participants described what is hard, including that:", false)]
    [InlineData("A number of participants described what is hard, including that:", true)]
    [InlineData("Participants described what is hard, including that:", false)]
    [InlineData("Most participants described what is hard, including that:", true)]
    public async Task Check_SentenceBeforeAList_IsHeldToAllItsPointsTogether(string introduction, bool isStopped)
    {
        await BeginAsync();
        var report = await ReportAsync();
        var area = Area(report);
        await AddAsync("Maps **leave some places out**.", AttributionLadder.AFew, _excerpts.Take(3), new StatementPlace(area, null, BlockKind.Bullets, introduction));
        var list = (await ReportAsync()).Sections.Single(one => one.Id == area).Blocks.Single().Id;
        await AddAsync("Meters **break in winter**.", AttributionLadder.AFew, _excerpts.Skip(3), new StatementPlace(area, list));
        var found = (await FindingsAsync(LintSources.Nobody)).Where(finding => finding.BlockId == list && finding.StatementId is null && finding.IsBlocking);
        Assert.Equal(isStopped, found.Any());
    }

    [Fact]
    public async Task Submit_ANameInTheReport_IsRefusedUntilItIsGone()
    {
        await BeginAsync();
        var report = await ReportAsync();
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages or SectionKind.FocusArea && section.FocusAreaNumber != 1))
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default))).IsDone);
        await AddAsync("Some participants asked for **more maps**, as Zoltán Ferency did.");
        var sources = new LintSources(new NamesInText(["Zoltan Ferency"], []), new NamesInText([], []), [], []);
        Assert.Equal(ClearanceResult.Blocked, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SubmitAsync(report.Id, _consultation, sources, SealedSide.Coder, default)));
        Assert.DoesNotContain(await FindingsAsync(LintSources.Nobody), finding => finding.IsBlocking);
        Assert.Equal("Zoltán Ferency", Assert.Single(await FindingsAsync(sources), finding => finding.Kind == FindingKind.PersonNamed).Detail);
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        // Whoever is invited to an earlier round later on, or is found only now, stops the next step too.
        Assert.Equal(ClearanceResult.Blocked, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(report.Id, _consultation, sources, SealedSide.Other, default)));
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default)));
        Assert.Equal(ClearanceResult.Blocked, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.PublishAsync(report.Id, _consultation, sources, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default)));
    }

    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    /// <summary>What the product writes into a report by itself gives nobody away, in any language: dates, groups, scale, bands, thanks, and the sentence on offers.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Check_StandardSections_StopNothing(string code)
    {
        var language = Language.Find(code)!;
        foreach (var voices in new[] { 4, 9, 12 })
        {
            var (window, _) = await side.WindowAsync(Enumerable.Range(0, voices).Select(number => new SealedSide.Voice("companies", (1, $"Text {number}."))));
            _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, window), language, SealedSide.Coder, default));
            var report = await ReportAsync();
            var offers = Phrases.In(language, "Offers.Sentence", Phrases.In(language, "List.Clauses", Phrases.In(language, "Offers.Host", Phrases.In(language, "Offers.Band.AFew")), Phrases.In(language, "Offers.Research", Phrases.In(language, "Offers.Band.TenOrMore"))));
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddFactAsync(
                report.Id, new StatementPlace(report.Sections.Single(section => section.Kind == SectionKind.NextSteps).Id), offers, SealedSide.Coder, default))).IsDone);
            Assert.DoesNotContain(await FindingsAsync(LintSources.Nobody), finding => finding.Sentence is not null);
        }
    }

    // Six companies, each with a text of its own on area 1.
    private async Task BeginAsync()
    {
        var theme = await side.ThemeAsync(_consultation.Id, "maps");
        (var window, _inputs) = await side.WindowAsync(
            [
                new SealedSide.Voice("companies", (1, $"Last year {Words}.")),
                new SealedSide.Voice("companies", (1, "Les lampes du canal sont éteintes.")) { Language = "fr" },
                .. Enumerable.Range(0, 4).Select(number => new SealedSide.Voice("companies", (1, $"Another matter, {number}."))),
            ]);
        await side.CensusAsync(window, new GroupSize("companies", 1, "business", 12, new Reach(10, 2, 1), new Reach(10, 2, 1)));
        _excerpts = [];
        foreach (var input in _inputs) _excerpts.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, window), Language.English, SealedSide.Coder, default));
    }

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private static Guid Area(SummaryReport report) => report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;

    private async Task AddAsync(string text, string attribution = AttributionLadder.Some, IEnumerable<Guid>? excerpts = null, StatementPlace? place = null)
    {
        var report = await ReportAsync();
        var draft = new KeyPointDraft { Text = text, Attribution = attribution, Stance = Stance.Concern, Evidence = (excerpts ?? _excerpts).ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main) };
        Assert.Equal(DraftResult.Done, (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, place ?? new StatementPlace(Area(report)), draft, Labels, SealedSide.Coder, default))).Result);
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync(LintSources sources)
    {
        var report = await ReportAsync();
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, sources, default));
    }

    private async Task<bool> RepeatsAsync() => (await FindingsAsync(LintSources.Nobody)).Any(finding => finding is { Kind: FindingKind.Verbatim, IsBlocking: true });
}
