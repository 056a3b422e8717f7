using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Reports.Passages;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Record.Tests.Linting;
using BTech.Record.Words;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>What everybody is told of how much a report carries: a share in tens or no figure, the same in all versions.</summary>
[Invariant(23)]
public sealed class CarriedShareTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string About60 = "When it was first published, this report carried about 60 per cent of the points coded in the comments.";
    private const string NoFigure = "What share of the points coded in the comments this report carries is not given: a figure might help to recognise somebody.";
    private static readonly string[] Labels = ["The project team"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private readonly List<Guid> _passages = [];
    private CommentWindow _window = null!;
    private IReadOnlyList<Guid> _inputs = [];
    private int _number;

    /// <summary>14 of 24 passages, by seven of twelve: neither these numbers nor 58 per cent stand anywhere in the report.</summary>
    [Fact]
    public async Task Publish_WritesTheShareInTensAndNoExactNumber()
    {
        await BeginAsync(carriedBy: 7);
        var draft = await ReportAsync();
        Assert.DoesNotContain(draft.Texts(), text => text.Contains("per cent of the points", StringComparison.Ordinal));
        await PublishAsync();
        var facts = Participation(await ReportAsync());
        Assert.Equal(["Points raised once are kept on file.", About60], facts.TakeLast(2));
        Assert.All(facts, fact => Assert.DoesNotMatch("14|24|58|10 |seven|twelve", fact));
    }

    [Theory]
    [InlineData(8, NoFigure)] // four behind what is not told
    [InlineData(7, About60)]
    [InlineData(5, "When it was first published, this report carried about 40 per cent of the points coded in the comments.")]
    [InlineData(12, NoFigure)] // all of them
    public async Task Sentence_OfFewerThanKOnASide_GivesNoFigure(int carriedBy, string told)
    {
        await BeginAsync(carriedBy);
        Assert.Equal(told, await SentenceAsync());
    }

    [Fact]
    public async Task Sentence_AsManyAsTheTwoLargestDelegations_GivesNoFigure()
    {
        await BeginAsync(carriedBy: 7);
        Assert.Equal(About60, await SentenceAsync());
        await side.CensusAsync(_window.Id, new GroupSize("companies", 1, "business", 20, new Reach(10, 3, 2), new Reach(10, 3, 2)));
        Assert.Equal(NoFigure, await SentenceAsync());
    }

    /// <summary>Two who sent one text are one voice: five of them behind what is not told are four.</summary>
    [Fact]
    public async Task Sentence_ACampaign_IsOneVoice()
    {
        await BeginAsync(carriedBy: 7);
        // The last two contributors' four texts.
        var inputs = string.Join("', '", _inputs.TakeLast(4));
        await side.ExecuteAsync($"""
            WITH alike AS (INSERT INTO record.alike_group (id, window_id, is_one_text, decided_by) VALUES (gen_random_uuid(), '{_window.Id}', true, gen_random_uuid()) RETURNING id)
            INSERT INTO record.alike_text (group_id, input_id, is_out) SELECT id, one, false FROM alike, unnest(ARRAY['{inputs}']::uuid[]) one
            """);
        Assert.Equal(NoFigure, await SentenceAsync());
    }

    /// <summary>Texts from other channels have no contributor, and are in no public number.</summary>
    [Fact]
    public async Task Sentence_ImportedPassages_AreNotCounted()
    {
        await BeginAsync(carriedBy: 7);
        var (_, imported) = await side.ImportAsync(_window.Id, [.. Enumerable.Range(0, 6).Select(number => ((int?)1, $"Said at a table, {number}."))]);
        var theme = await side.ThemeAsync(_consultation.Id, "tables");
        foreach (var input in imported) await side.CodeAsync(_consultation.Id, input, theme);
        Assert.Equal(About60, await SentenceAsync());
    }

    /// <summary>One who withdraws between two versions, or points that come, change nothing in it; nor does what somebody writes in its place.</summary>
    [Fact]
    public async Task Publish_ALaterVersion_RepeatsTheSentenceOfTheFirst()
    {
        await BeginAsync(carriedBy: 7);
        await PublishAsync();
        await side.WithdrawAsync(_inputs[^1]);
        await CorrectAsync();
        var second = await ReportAsync();
        Assert.Equal(About60, Participation(second)[^1]);
        Assert.Equal(About60, await SentenceAsync());
        // Taken out, and another one of its kind in its place and elsewhere.
        var section = second.Sections.Single(one => one.Kind == SectionKind.Participation);
        var standing = section.Blocks.SelectMany(block => block.Statements).Single(statement => statement.Text == About60);
        await EditAsync(drafting => drafting.RemoveStatementAsync(second.Id, standing.Id, SealedSide.Coder, default));
        foreach (var place in new[] { section.Id, second.Sections.Single(one => one.Kind == SectionKind.NextSteps).Id })
            await EditAsync(drafting => drafting.AddFactAsync(second.Id, new StatementPlace(place), About60.Replace("60", "50", StringComparison.Ordinal), SealedSide.Coder, default));
        await EditAsync(drafting => drafting.AddKeyPointAsync(second.Id, Area(second), Draft("**more tables**", [.. _passages.Skip(14).Take(9)]), Labels, SealedSide.Coder, default));
        await PublishAsync();
        var texts = (await ReportAsync()).Texts().Where(text => text.Contains("per cent of the points", StringComparison.Ordinal));
        Assert.Equal([About60], texts);
        Assert.Equal(About60, Participation(await ReportAsync())[^1]);
    }

    /// <summary>Where the first version told no figure, a later one does not begin with it, whatever could be counted then; readers do not forget a withdrawn one either.</summary>
    [Fact]
    public async Task Publish_FirstWithoutAFigureAndWithdrawn_NoneLater()
    {
        await BeginAsync(carriedBy: 8);
        await PublishAsync();
        Assert.Equal(NoFigure, Participation(await ReportAsync())[^1]);
        var first = await ReportAsync();
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.WithdrawAsync(first.Id, [1], default)));
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.BeginAsync(_number, SealedSide.Coder, default)));
        var second = await ReportAsync();
        await ChangeAsync(second, [.. _passages.Take(14)]);
        Assert.Equal(NoFigure, await SentenceAsync());
        await PublishAsync();
        Assert.Equal(NoFigure, Participation(await ReportAsync())[^1]);
    }

    [Fact]
    public async Task Publish_AFrozenRound_KeepsItsSentence()
    {
        await BeginAsync(carriedBy: 7);
        await PublishAsync();
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        await CorrectAsync();
        await PublishAsync();
        Assert.Equal(About60, Participation(await ReportAsync())[^1]);
    }

    /// <summary>Nobody can be counted in a frozen round any more, so none is told there for the first time.</summary>
    [Fact]
    public async Task Sentence_FirstPublishedAfterTheFreeze_GivesNoFigure()
    {
        await BeginAsync(carriedBy: 7);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        Assert.Equal(NoFigure, await SentenceAsync());
    }

    [Fact]
    public async Task Meeting_HasNone()
    {
        var meeting = new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = _consultation.Id, Consultation = _consultation, Number = 2, Kind = RoundKind.Meeting, Title = LocalizedText.InEnglish("A meeting"),
            OpensAt = DateTimeOffset.UnixEpoch, ClosesAt = DateTimeOffset.UnixEpoch, Zone = "Europe/Zurich",
        };
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, meeting, Language.English, SealedSide.Coder, default));
        Assert.Null(await SentenceAsync());
        Assert.DoesNotContain("Points raised once are kept on file.", (await ReportAsync()).Texts());
    }

    /// <summary>In each language ten different sentences, none of which the lint stops; the same as a point, which somebody wrote, it reads.</summary>
    [Fact]
    public void Sentences_InSixLanguages_AreTheProductsOwn()
    {
        foreach (var language in Language.All)
        {
            var sentences = CarriedShare.Sentences(language).ToList();
            Assert.Equal(10, sentences.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(["10", "20", "30", "40", "50", "60", "70", "80", "90", ""], sentences.Select(text => string.Concat(text.Where(char.IsDigit))));
            foreach (var sentence in sentences.Append(Phrases.In(language, "Participation.OnFile")))
            {
                var (report, _) = LintCorpus.Report(language.Code, "…");
                var block = report.Sections[0].Blocks[0];
                block.Statements.Clear();
                block.Statements.Add(new Fact { Id = Guid.NewGuid(), BlockId = block.Id, Order = 1, Text = sentence });
                Assert.Equal([], LintCorpus.FindIn(report));
            }
        }
    }

    // Twelve companies send two texts each, all coded. The point rests on both texts of so many.
    private async Task BeginAsync(int carriedBy)
    {
        var theme = await side.ThemeAsync(_consultation.Id, "length");
        (var window, _inputs) = await side.WindowAsync(
            Enumerable.Range(0, 12).Select(number => new SealedSide.Voice("companies", (1, $"The paper is too long, says text {number}."), (1, $"Tables would help, says text {number}."))));
        foreach (var input in _inputs) _passages.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _window = InventedConsultation.Window(_consultation, window);
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, _window, Language.English, SealedSide.Coder, default));
        var report = await ReportAsync();
        await EditAsync(drafting => drafting.AddKeyPointAsync(report.Id, Area(report), Draft("**a shorter paper**", [.. _passages.Take(carriedBy * 2)]), Labels, SealedSide.Coder, default));
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages || section.FocusAreaNumber == 2))
            await EditAsync(drafting => drafting.AddHostNoteAsync(report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default));
    }

    private async Task PublishAsync()
    {
        var id = (await ReportAsync()).Id;
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SubmitAsync(id, _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(id, _consultation, LintSources.Nobody, SealedSide.Other, default)));
        await side.LeaveOutCheckAsync(id);
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance =>
            clearance.PublishAsync(id, _consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default)));
    }

    private async Task CorrectAsync()
    {
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.BeginAsync(_number, SealedSide.Coder, default)));
        var id = (await ReportAsync()).Id;
        await EditAsync(drafting => drafting.ChangeCorrectionNoteAsync(id, "A date was wrong.", SealedSide.Coder, default));
    }

    private Task ChangeAsync(SummaryReport report, IReadOnlyCollection<Guid> passages) => EditAsync(drafting => drafting.ChangeKeyPointAsync(
        report.Id, report.Statements().OfType<KeyPoint>().Single().Id, Draft("**a shorter paper**", passages), null, Labels, SealedSide.Coder, default));

    private async Task EditAsync(Func<Drafting, Task<DraftOutcome>> edit) => Assert.Equal(DraftResult.Done, (await side.AskAsync(edit)).Result);

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private async Task<string?> SentenceAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<CarriedShare, string?>(share => share.SentenceAsync(report, default));
    }

    private static List<string> Participation(SummaryReport report) => [.. report.Sections.Single(section => section.Kind == SectionKind.Participation)
        .Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(statement => statement.Order)).Select(statement => statement.Text)];

    private static StatementPlace Area(SummaryReport report) => new(report.Sections.Single(section => section.FocusAreaNumber == 1).Id);

    private static KeyPointDraft Draft(string phrase, IReadOnlyCollection<Guid> passages) => new()
    {
        Text = $"Some participants asked for {phrase}.", Attribution = AttributionLadder.Some, Stance = Stance.Support, Evidence = passages.ToDictionary(one => one, _ => EvidenceWeight.Main),
    };
}
