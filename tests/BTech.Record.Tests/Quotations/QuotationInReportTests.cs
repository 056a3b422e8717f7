using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Record.Tests.Reports;
using BTech.Record.Translations;
using BTech.Testing;

namespace BTech.Record.Tests.Quotations;

/// <summary>Which passage may be asked for, and what a report may quote: exactly that passage, in quotation marks, while its author allows it.</summary>
public sealed class QuotationInReportTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Passage = "told by the operator that our village would not be on any map of theirs";
    private const string Begins = "Participants noted that they want **fairer maps**: ";

    private static readonly string[] Labels = ["The project team"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private Guid _window;
    private IReadOnlyList<Guid> _inputs = [];
    private List<Guid> _excerpts = [];
    private Guid _theme;
    private int _number;

    [Fact]
    [Invariant(24)]
    public async Task Check_AQuotation_PassesOnlyReleasedAndOnlyBetweenTheMarks()
    {
        await BeginAsync();
        await AddAsync($"{Begins}“{Passage}”.");
        Assert.Equal([FindingKind.Verbatim], await FoundAsync());
        Assert.Equal(QuotationResult.Done, await AskAsync(0, Passage));
        Assert.Equal([FindingKind.Verbatim, FindingKind.QuotationNotReleased], await FoundAsync());
        await ReleaseAsync();
        Assert.Equal([], await FoundAsync());

        // The marks gone; one word of the text more on either side; the passage again outside the marks; another passage of the text.
        foreach (var text in new[] { Begins + Passage + ".", $"{Begins}we were “{Passage}”.", $"{Begins}“{Passage}” last spring.", $"{Begins}“{Passage}”, {Passage}.", $"{Begins}“the clinic lost its way to the road because of it in winter”." })
        {
            await ChangeAsync(text);
            Assert.Contains(FindingKind.Verbatim, await FoundAsync());
        }
        await ChangeAsync($"{Begins}“{Passage}”.");
        Assert.Equal([], await FoundAsync());
    }

    /// <summary>Whatever ends a permission or makes the text one that is not read ends the quotation, and nobody can let it stand.</summary>
    [Theory]
    [Invariant(24)]
    [InlineData("taken back")]
    [InlineData("question taken back")]
    [InlineData("masked")]
    [InlineData("set aside")]
    [InlineData("withdrawn")]
    [InlineData("too few left")]
    [InlineData("background only")]
    public async Task Check_AQuotationThatIsNotAllowedAnyMore_Stops(string what)
    {
        await BeginAsync();
        await AddAsync($"{Begins}“{Passage}”.");
        await AskAsync(0, Passage);
        await ReleaseAsync();
        Assert.Equal([], await FoundAsync());
        var id = Assert.Single(await AskedAsync()).Id;
        switch (what)
        {
            case "taken back": await side.ExecuteAsync("UPDATE record.quotation SET is_released = false"); break;
            case "question taken back": Assert.True(await side.AskAsync<AskedQuotations, bool>(quotations => quotations.TakeBackAsync(_window, id, default))); break;
            case "masked": await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(_inputs[0], 30, 35, "names", SealedSide.Coder, default)); break;
            case "set aside": await side.ExecuteAsync($"INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) VALUES ('{_inputs[0]}', true, 'off-topic', gen_random_uuid())"); break;
            case "withdrawn": await side.WithdrawAsync(_inputs[0]); break;
            case "too few left": await side.WithdrawAsync(_inputs[7]); break;
            default: await side.ExecuteAsync($"UPDATE record.sealed_input SET permission = 2 WHERE id = '{_inputs[0]}'"); break;
        }
        Assert.NotEmpty(await FoundAsync());
        if (what is not "question taken back")
        {
            Assert.Contains(FindingKind.QuotationNotReleased, await FoundAsync());
            Assert.DoesNotContain(await AskedAsync(), one => one.IsReleased);
        }
        Assert.DoesNotContain(new[] { FindingKind.Verbatim, FindingKind.QuotationNotReleased, FindingKind.QuotationMisplaced }, LiftRule.MayBeLifted);
    }

    /// <summary>A short passage, in which the rule on repeated words sees nothing, is held to its permission as well.</summary>
    [Fact]
    public async Task Check_AShortPassage_IsHeldToItsPermission()
    {
        await BeginAsync();
        await AddAsync($"{Begins}“not be on any map”.");
        Assert.Equal([], await FoundAsync());
        await AskAsync(0, "not be on any map");
        Assert.Equal([FindingKind.QuotationNotReleased], await FoundAsync());
        await ReleaseAsync();
        Assert.Equal([], await FoundAsync());
    }

    [Theory]
    [InlineData("Companies asked for **fairer maps**: “not be on any map”.")]
    [InlineData("Participants noted that they want **fairer maps**: “not be on any map”, “not be on any map”.")]
    public async Task Check_BesideAGroupOrTwice_Stops(string text)
    {
        await BeginAsync();
        await AddAsync(text);
        await AskAsync(0, "not be on any map");
        await ReleaseAsync();
        Assert.Contains(FindingKind.QuotationMisplaced, await FoundAsync());
    }

    /// <summary>In a sentence of the host, or under one that introduces a list by a group, it is told of somebody.</summary>
    [Fact]
    public async Task Check_OutsideAKeyPoint_Stops()
    {
        await BeginAsync();
        await AskAsync(0, Passage);
        await ReleaseAsync();
        var report = await ReportAsync();
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
            report.Id, new StatementPlace(Area(report)), new HostNoteDraft($"The project team read: “{Passage}”."), Labels, SealedSide.Coder, default))).IsDone);
        Assert.Equal([FindingKind.Verbatim, FindingKind.QuotationMisplaced], await FoundAsync());
    }

    /// <summary>Somebody else's text turns up with the same words: nobody has asked that one.</summary>
    [Fact]
    public async Task Check_AnotherTextHasTheWordsToo_Stops()
    {
        await BeginAsync();
        await AddAsync($"{Begins}“{Passage}”.");
        await AskAsync(0, Passage);
        await ReleaseAsync();
        await side.ImportAsync(_window, (1, $"Others were {Passage}, they said."));
        Assert.Equal([FindingKind.Verbatim], await FoundAsync());
    }

    [Fact]
    public async Task Ask_OnlyWhatMayBeQuoted()
    {
        await BeginAsync();
        await AddAsync($"{Begins}it is hard.");
        Assert.Equal(QuotationResult.MayNotBeAsked, await AskAsync(1, "Another matter, 1"));
        Assert.Equal(QuotationResult.MayNotBeAsked, await AskAsync(2, "For background"));
        Assert.Equal(QuotationResult.NotTheAuthorsWords, await AskAsync(3, "Les lampes"));
        Assert.Equal(QuotationResult.WordsMissing, await AskAsync(0, " … "));
        Assert.Equal(QuotationResult.TooLong, await AskAsync(0, string.Join(' ', Enumerable.Repeat("told", 26))));
        Assert.Equal(QuotationResult.NotInPassage, await AskAsync(0, "told by an operator"));
        Assert.Equal(QuotationResult.NotInPassage, await AskAsync(0, "map of theirs last spring. There the clinic"));
        Assert.Equal(QuotationResult.Shared, await AskAsync(4, "words of a campaign"));
        Assert.Equal(QuotationResult.NotThere, await side.AskAsync<AskedQuotations, QuotationResult>(async quotations => await quotations.AskAsync(await ReportAsync(), Guid.NewGuid(), Passage, default)));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(_inputs[0], 0, 12, "names", SealedSide.Coder, default));
        Assert.Equal(QuotationResult.NotInPassage, await AskAsync(0, "Last year we were told"));
        Assert.Empty(await AskedAsync());
        Assert.Equal(QuotationResult.Done, await AskAsync(0, Passage));
        Assert.Equal(QuotationResult.AskedAlready, await AskAsync(0, "our village would"));
        var asked = Assert.Single(await AskedAsync());
        Assert.Equal((_inputs[0], Passage, false), (asked.InputId, asked.Words, asked.IsReleased));
    }

    /// <summary>The working translation is nobody's own words, and nineteen people are too few.</summary>
    [Fact]
    public async Task Ask_ATranslationOrTooFew_IsRefused()
    {
        await BeginAsync();
        var stamp = (await side.AskAsync<WorkingTranslations, FiledTranslation?>(translations => translations.FindAsync(_inputs[3], default)))!.Stamp;
        Assert.Equal(TranslationResult.Done, (await side.AskAsync<WorkingTranslations, TranslationOutcome>(translations => translations.SaveAsync(
            _inputs[3], new TranslationEntry("en", "The lamps of the canal are out.", false, "in-house", TextJourney.Stayed, null), stamp, SealedSide.Coder, default))).Result);
        await side.ExecuteAsync($"INSERT INTO record.coded_excerpt (id, input_id, theme_id, merged_from, in_translation, start, \"end\", stance, coded_by, compared_as, counts, is_settled) VALUES ('{Guid.NewGuid()}', '{_inputs[3]}', '{_theme}', '{{}}', true, 0, 9, 1, gen_random_uuid(), 0, true, false)");
        var translated = await side.ScalarAsync<Guid>($"SELECT id FROM record.coded_excerpt WHERE input_id = '{_inputs[3]}' AND in_translation");
        await AddAsync($"{Begins}it is hard.", [.. _excerpts, translated]);
        Assert.Equal(QuotationResult.NotTheAuthorsWords, await side.AskAsync<AskedQuotations, QuotationResult>(async quotations => await quotations.AskAsync(await ReportAsync(), translated, "The lamps", default)));
        await side.WithdrawAsync(_inputs[7]);
        Assert.Equal(QuotationResult.TooFewContributors, await AskAsync(0, Passage));
        Assert.False(await side.AskAsync<AskedQuotations, bool>(quotations => quotations.HasEnoughContributorsAsync(_window, default)));
    }

    // Twenty companies: one with words worth quoting, one that may not be asked, one for background, one in French, two of a campaign, and others.
    private async Task BeginAsync()
    {
        _theme = await side.ThemeAsync(_consultation.Id, "maps");
        (_window, _inputs) = await side.WindowAsync(
            [
                new SealedSide.Voice("companies", (1, $"Last year we were {Passage} last spring. There the clinic lost its way to the road because of it in winter.")) { Permission = QuotingPermission.MayBeAsked },
                new SealedSide.Voice("companies", (1, "Another matter, 1.")),
                new SealedSide.Voice("companies", (1, "For background, and no more.")) { Permission = QuotingPermission.BackgroundOnly },
                new SealedSide.Voice("companies", (1, "Les lampes du canal sont éteintes.")) { Permission = QuotingPermission.MayBeAsked, Language = "fr" },
                .. Enumerable.Range(4, 2).Select(number => new SealedSide.Voice("companies", (1, $"Here, {number}, are words of a campaign.")) { Permission = QuotingPermission.MayBeAsked }),
                .. Enumerable.Range(6, 14).Select(number => new SealedSide.Voice("companies", (1, $"Some matter, {number}."))),
            ]);
        await side.CensusAsync(_window, new GroupSize("companies", 1, "business", 30, new Reach(20, 2, 1), new Reach(20, 2, 1)));
        _excerpts = [];
        foreach (var input in _inputs) _excerpts.Add(await side.CodeAsync(_consultation.Id, input, _theme));
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, _window), Language.English, SealedSide.Coder, default));
    }

    private async Task<QuotationResult> AskAsync(int input, string words)
    {
        var report = await ReportAsync();
        if (!report.Statements().OfType<KeyPoint>().Any()) await AddAsync($"{Begins}it is hard.");
        report = await ReportAsync();
        return await side.AskAsync<AskedQuotations, QuotationResult>(quotations => quotations.AskAsync(report, _excerpts[input], words, default));
    }

    private Task<IReadOnlyList<AskedQuotation>> AskedAsync() => side.AskAsync<AskedQuotations, IReadOnlyList<AskedQuotation>>(quotations => quotations.OfWindowAsync(_window, default));

    // As a release does; the way there is tested beside this.
    private Task ReleaseAsync() => side.ExecuteAsync($"UPDATE record.quotation SET is_released = true WHERE input_id = '{_inputs[0]}'");

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private static Guid Area(SummaryReport report) => report.Sections.Single(section => section is { Kind: SectionKind.FocusArea, FocusAreaNumber: 1 }).Id;

    private async Task AddAsync(string text, IEnumerable<Guid>? excerpts = null)
    {
        var report = await ReportAsync();
        var draft = new KeyPointDraft { Text = text, Attribution = AttributionLadder.Noted, Stance = Stance.Concern, Evidence = (excerpts ?? _excerpts).ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main) };
        Assert.Equal(DraftResult.Done, (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(Area(report)), draft, Labels, SealedSide.Coder, default))).Result);
    }

    private async Task ChangeAsync(string text)
    {
        var point = (await ReportAsync()).Statements().OfType<KeyPoint>().Single();
        await side.ExecuteAsync($"UPDATE record.statement SET text = '{text}' WHERE id = '{point.Id}'");
    }

    private async Task<IReadOnlyList<FindingKind>> FoundAsync()
    {
        var report = await ReportAsync();
        var found = await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
        var kinds = found.Where(finding => finding.Kind is FindingKind.Verbatim or FindingKind.QuotationNotReleased or FindingKind.QuotationMisplaced);
        Assert.All(kinds, finding => Assert.True(finding.IsUnlifted));
        return [.. kinds.Select(finding => finding.Kind).Distinct().Order()];
    }
}
