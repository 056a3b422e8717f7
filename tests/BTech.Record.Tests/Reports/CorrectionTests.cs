using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>A report after its publication: corrected, withdrawn, begun anew, and what its versions may tell beside each other.</summary>
public sealed class CorrectionTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Some = "Some participants asked for **a shorter paper**.";
    private const string AFew = "A few participants asked for **a shorter paper**.";
    private static readonly string[] Labels = ["The project team", "UN Human Rights"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private CommentWindow _window = null!;
    private IReadOnlyList<Guid> _inputs = [];
    private IReadOnlyList<Guid> _excerpts = [];
    private int _number;

    [Fact]
    public async Task Correction_GoesOnFromThePublishedVersionAndReplacesItOnlyOncePublished()
    {
        await PublishedAsync();
        var first = (await ReportAsync())!;
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BeginAsync()));
        Assert.Equal(1, begun.Count(result => result is ClearanceResult.Done));
        Assert.Equal(3, begun.Count(result => result is ClearanceResult.NotNow));

        var second = (await ReportAsync())!;
        Assert.Equal((2, ReportStatus.Draft), (second.Version, second.Status));
        Assert.Equal(first.Texts(), second.Texts());
        var (then, now) = (Points(first), Points(second));
        Assert.Equal(then.Select(point => point.LineageId), now.Select(point => point.LineageId));
        Assert.Equal(then.SelectMany(point => point.Evidence).Select(one => one.ExcerptId).Order(), now.SelectMany(point => point.Evidence).Select(one => one.ExcerptId).Order());
        Assert.Empty(first.Statements().Select(one => one.Id).Intersect(second.Statements().Select(one => one.Id)));
        Assert.Equal(1, (await PublicAsync()).Report!.Version);

        // It says what it corrects, and its editors are those of the version before.
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.CorrectionNoteMissing, IsBlocking: true });
        Assert.Equal(ClearanceResult.Blocked, await SubmitAsync(second));
        Assert.Equal(DraftResult.TextMissing, (await NoteAsync(second, " ")).Result);
        Assert.True((await NoteAsync(second, "A date was wrong.")).IsDone);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(second));
        Assert.Equal(ClearanceResult.OwnWork, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(second.Id, _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.Equal(ClearanceResult.NotNow, await DropAsync(second));
        await PublishAsync(second);

        Assert.Equal((2, "A date was wrong."), ((await PublicAsync()).Report!.Version, (await PublicAsync()).Report!.CorrectionNote));
        var old = (await PublicAsync(1)).Report!;
        Assert.Equal(ReportStatus.Superseded, old.Status);
        Assert.Equal(first.ContentHash, ReportContent.Hash(old));
        Assert.Equal([2], (await side.AskAsync<SummaryReports, IReadOnlyList<SummaryReport>>(reports => reports.PublishedAsync(default))).Where(one => one.Number == _number).Select(one => one.Version));
        Assert.Equal(DraftResult.NotADraft, (await NoteAsync(old, "x y")).Result);
    }

    [Fact]
    public async Task Drop_OnlyAnOpenDraftOfALaterVersion()
    {
        await PublishedAsync();
        Assert.Equal(ClearanceResult.NotNow, await DropAsync((await ReportAsync())!));
        await BeginAsync();
        Assert.Equal(ClearanceResult.Done, await DropAsync((await ReportAsync())!));
        Assert.Equal((1, ReportStatus.Published), ((await ReportAsync())!.Version, (await ReportAsync())!.Status));
        Assert.Equal(ClearanceResult.Done, await BeginAsync());
    }

    [Fact]
    public async Task Withdraw_TheNewest_DoesNotBringTheOneBeforeBack()
    {
        await PublishedAsync();
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        await SubmitAsync(second);
        await PublishAsync(second);
        Assert.Equal(ClearanceResult.NotNow, await WithdrawAsync(second, 2, 3));
        Assert.Equal(ClearanceResult.Done, await WithdrawAsync(second, 2));
        Assert.True((await PublicAsync()).IsWithdrawn);
        Assert.True((await PublicAsync(2)).IsWithdrawn);
        Assert.NotNull((await PublicAsync(1)).Report);
        Assert.Equal(ClearanceResult.Done, await WithdrawAsync(second, 1));
        Assert.True((await PublicAsync(1)).IsWithdrawn);

        // Begun anew, without a word on what went before.
        Assert.Equal(ClearanceResult.Done, await BeginAsync());
        var third = (await ReportAsync())!;
        Assert.Equal((3, null), (third.Version, third.CorrectionNote));
        Assert.Equal(DraftResult.NotThere, (await NoteAsync(third, "What was taken away.")).Result);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(third));
        await PublishAsync(third);
        Assert.Equal(3, (await PublicAsync()).Report!.Version);
    }

    [Fact]
    public async Task Publish_EarlierVersionWithdrawnMeanwhile_TellsNothingOfIt()
    {
        await PublishedAsync();
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A name was taken out.");
        await SubmitAsync(second);
        Assert.Equal(ClearanceResult.Done, await WithdrawAsync(second, 1));
        await PublishAsync(second);
        Assert.Null((await PublicAsync()).Report!.CorrectionNote);
        Assert.True((await PublicAsync(1)).IsWithdrawn);
    }

    /// <summary>A note that says what was wrong before would tell why the version before is gone.</summary>
    [Fact]
    public async Task Withdraw_TheVersionThatANoteSpeaksOf_TakesTheNoteFromItsReaders()
    {
        await PublishedAsync();
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A name was taken out.");
        await SubmitAsync(second);
        await PublishAsync(second);
        await BeginAsync();
        var third = (await ReportAsync())!;
        await NoteAsync(third, "A date was wrong.");
        await SubmitAsync(third);
        await PublishAsync(third);
        Assert.Equal(ClearanceResult.Done, await WithdrawAsync(second, 1));
        Assert.Null((await PublicAsync(2)).Report!.CorrectionNote);
        Assert.Equal("A date was wrong.", (await PublicAsync()).Report!.CorrectionNote);
        Assert.Equal("A date was wrong.", (await PublicAsync(3)).Report!.CorrectionNote);
        Assert.Equal(ClearanceResult.Done, await WithdrawAsync(second, 2));
        Assert.Null((await PublicAsync()).Report!.CorrectionNote);
        Assert.Null((await PublicAsync(3)).Report!.CorrectionNote);
        // The team still knows what was said.
        Assert.Equal("A date was wrong.", (await ReportAsync())!.CorrectionNote);
    }

    [Fact]
    public async Task Begin_WhileTheNewestIsWithdrawnOrTheDraftDropped_LeavesOneDraft()
    {
        await PublishedAsync();
        var first = (await ReportAsync())!;
        await Task.WhenAll(BeginAsync(), WithdrawAsync(first, 1), BeginAsync());
        var draft = (await ReportAsync())!;
        Assert.Equal((2, ReportStatus.Draft), (draft.Version, draft.Status));
        await Task.WhenAll(DropAsync(draft), BeginAsync(), BeginAsync());
        Assert.True((await ReportAsync())!.Version <= 2);
    }

    /// <summary>The same key phrase in the overarching messages and in an area: copied unchanged, each keeps what it told, before the freeze and after.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_OneKeyPhraseTwice_EachKeepsItsOwn()
    {
        await StartAsync(5);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(report.Sections.Single(section => section.Kind == SectionKind.OverarchingMessages).Id),
            Draft(AFew, AttributionLadder.AFew, _excerpts.Take(3)), Labels, SealedSide.Coder, default))).IsDone);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(report));
        await PublishAsync(report);
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
        foreach (var point in Points(second))
        {
            var kept = await side.AskAsync<ClaimsLedger, KeptPhrases?>(ledger => ledger.KeptAsync(second, point, point.Evidence, default));
            Assert.Equal([point.Attribution], kept!.Among(point.Attribution).Select(rung => rung.Key));
        }
    }

    [Fact]
    public async Task Correction_FindingsOfItsNote_SayThatTheyAreThere()
    {
        await PublishedAsync();
        await BeginAsync();
        Assert.True(Assert.Single(await FindingsAsync(), finding => finding.Kind == FindingKind.CorrectionNoteMissing).IsCorrectionNote);
        await NoteAsync((await ReportAsync())!, "All participants asked for the change.");
        Assert.True(Assert.Single(await FindingsAsync(), finding => finding.Kind == FindingKind.AllOrNone).IsCorrectionNote);
    }

    [Fact]
    public async Task Withdraw_WhileTheNextVersionIsPublished_StaysWithdrawn()
    {
        await PublishedAsync();
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        await SubmitAsync(second);
        await ClearAsync(second);
        var published = side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.PublishAsync(second.Id, _consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default));
        await Task.WhenAll(published, WithdrawAsync(second, 1));
        Assert.True((await PublicAsync(1)).IsWithdrawn);
        Assert.Equal(2, (await PublicAsync()).Report!.Version);
    }

    [Fact]
    public async Task Publish_EvidenceSetAsideAfterClearance_IsBlockedThoughThePhraseHoldsAndFreezesNothing()
    {
        await StartAsync(6);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        await SubmitAsync(report);
        await ClearAsync(report);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_inputs[0], SetAsideReasons.Trial, SealedSide.Coder, default));
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind is FindingKind.WordingTooStrong);
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        var frozen = 0;
        Task<AroundTheReport> Freeze()
        {
            frozen++;
            return Task.FromResult(new AroundTheReport(new byte[32], false));
        }
        Task<ClearanceResult> Publish() => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.PublishAsync(report.Id, _consultation, LintSources.Nobody, Freeze, default));
        Assert.Equal((ClearanceResult.Blocked, 0), (await Publish(), frozen));

        // The way out: taken back, looked at, saved without.
        await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.TakeBackAsync(report.Id, default));
        Assert.True((await ChangeAsync(report, Some, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        await SubmitAsync(report);
        await ClearAsync(report);
        await side.LeaveOutCheckAsync(report.Id);
        // Two who press at once publish once.
        var results = await Task.WhenAll(Publish(), Publish());
        Assert.Equal([ClearanceResult.Done, ClearanceResult.NotNow], results.Order());
        Assert.Equal(1, frozen);
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_OneVoiceWithdrawn_KeepsThePublishedPhrase()
    {
        await PublishedAsync();
        Assert.Equal("some FiveToNine", await side.ScalarAsync<string>($"SELECT c.rungs || ' ' || c.band FROM record.claim c JOIN record.summary_report r ON r.id = c.report_id WHERE r.number = {_number}"));
        await side.WithdrawAsync(_inputs[0]);
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind is FindingKind.WordingTooStrong or FindingKind.PhraseInText);
        Assert.True((await ChangeAsync(second, Some, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
        // What four allow would tell of the fifth.
        Assert.True((await ChangeAsync(second, AFew, AttributionLadder.AFew, _excerpts.Skip(1))).IsDone);
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.Equal(DraftResult.WordingTooStrong, (await ChangeAsync(second, Some, AttributionLadder.ANumber, _excerpts.Skip(1))).Result);
        // Nor may the sentence say it under the old choice.
        Assert.True((await ChangeAsync(second, AFew, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.True((await ChangeAsync(second, Some, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        // Taken out and written in again it is still the same point, with the same words or on the same passages.
        await AddAsync(second, "A few participants asked for **less text**.", AttributionLadder.AFew, _excerpts.Skip(1));
        await RemoveAsync(second, "a shorter paper");
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        await AddAsync(second, AFew, AttributionLadder.AFew, _excerpts.Skip(1));
        await RemoveAsync(second, "less text");
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.True((await ChangeAsync(second, Some, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        await SubmitAsync(second);
        await PublishAsync(second);
        Assert.Contains(Some, (await PublicAsync()).Report!.Texts());
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(DISTINCT c.lineage_id) FROM record.claim c JOIN record.summary_report r ON r.id = c.report_id WHERE r.number = {_number}"));
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_ThreeVoicesWithdrawn_TakesThePhraseThatHolds()
    {
        await PublishedAsync();
        foreach (var input in _inputs.Take(3)) await side.WithdrawAsync(input);
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "Counted anew.");
        Assert.Equal(DraftResult.WordingTooStrong, (await ChangeAsync(second, Some, AttributionLadder.Some, _excerpts.Skip(3))).Result);
        Assert.True((await ChangeAsync(second, AFew, AttributionLadder.AFew, _excerpts.Skip(3))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_PointOfOneOrTwoThatComesOrGoes_Blocks()
    {
        await StartAsync(5);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        var second = await AddAsync(report, "A few participants asked for **larger letters**.", AttributionLadder.AFew, _excerpts.Take(2));
        Assert.True(second.IsDone);
        await SubmitAsync(report);
        await PublishAsync(report);
        await BeginAsync();
        var draft = (await ReportAsync())!;
        await NoteAsync(draft, "Points were changed.");
        await AddAsync(draft, "A few participants asked for **a table**.", AttributionLadder.AFew, _excerpts.Take(2));
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PointAppeared, IsBlocking: true });
        await AddAsync(draft, "A few participants asked for **an index**.", AttributionLadder.AFew, _excerpts.Take(3));
        Assert.Single(await FindingsAsync(), finding => finding.Kind == FindingKind.PointAppeared);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.PhraseChanged);
        await RemoveAsync(draft, "a table");
        await RemoveAsync(draft, "an index");
        await RemoveAsync(draft, "larger letters");
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PointVanished, IsBlocking: true, Detail: "larger letters" });
        // Five stood behind this one: that it goes tells of nobody.
        await RemoveAsync(draft, "a shorter paper");
        Assert.Single(await FindingsAsync(), finding => finding.Kind == FindingKind.PointVanished);
        // Once the version before is withdrawn, it need not come back.
        await WithdrawAsync(draft, 1);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.PointVanished);
    }

    /// <summary>The sentence before a list and a word for a group stay as they were told when one has gone, as the phrases do.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_OneVoiceWithdrawn_KeepsTheSentenceBeforeAList()
    {
        await StartAsync(5);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        var area = report.Sections.Single(section => section.FocusAreaNumber == 1).Id;
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(area, NewBlock: BlockKind.Bullets, Introduction: "Some participants asked that it be:"), Draft("**translated earlier**", AttributionLadder.Some, _excerpts), Labels, SealedSide.Coder, default))).IsDone);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(report));
        await PublishAsync(report);
        await side.WithdrawAsync(_inputs[0]);
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        Assert.True((await ChangeAsync(second, Some, AttributionLadder.Some, _excerpts.Skip(1))).IsDone);
        var listed = Points(second).Single(point => point.Text.Contains("translated", StringComparison.Ordinal));
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(
            second.Id, listed.Id, Draft("**translated earlier**", AttributionLadder.Some, _excerpts.Skip(1)), null, Labels, SealedSide.Coder, default))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
    }

    [Fact]
    public async Task Correction_Note_IsReadByTheLint()
    {
        await PublishedAsync();
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "All participants asked for the change.");
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.AllOrNone, IsBlocking: true });
    }

    /// <summary>An author's words must go when they are withdrawn, though readers of two versions see that something went.</summary>
    [Fact]
    public async Task Correction_PointOfTwoWhoBothWithdrew_MayGo()
    {
        await StartAsync(5);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        await AddAsync(report, "A few participants asked for **larger letters**.", AttributionLadder.AFew, _excerpts.Take(2));
        await SubmitAsync(report);
        await PublishAsync(report);
        foreach (var input in _inputs.Take(2)) await side.WithdrawAsync(input);
        await BeginAsync();
        var draft = (await ReportAsync())!;
        await NoteAsync(draft, "A point was taken out.");
        Assert.Contains(await FindingsAsync(), finding => finding.Kind == FindingKind.EvidenceMissing);
        await RemoveAsync(draft, "larger letters");
        Assert.True((await ChangeAsync(draft, Some, AttributionLadder.Some, _excerpts.Skip(2))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
    }

    [Fact]
    public async Task Correction_OfAFrozenRound_KeepsItsPhrases()
    {
        await PublishedAsync();
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        await BeginAsync();
        var second = (await ReportAsync())!;
        await NoteAsync(second, "A date was wrong.");
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.IsBlocking);
        Assert.True((await ChangeAsync(second, AFew, AttributionLadder.AFew, _excerpts)).IsDone);
        Assert.Contains(await FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
    }

    // So many companies ask for a shorter paper on area 1.
    private async Task StartAsync(int voices)
    {
        var theme = await side.ThemeAsync(_consultation.Id, "length");
        (var window, _inputs) = await side.WindowAsync([.. Enumerable.Range(0, voices).Select(number => new SealedSide.Voice("companies", (1, $"The paper is too long, says text {number}.")))]);
        var excerpts = new List<Guid>();
        foreach (var input in _inputs) excerpts.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _excerpts = excerpts;
        _window = InventedConsultation.Window(_consultation, window);
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, _window, Language.English, SealedSide.Coder, default));
    }

    private async Task<SummaryReport> CompleteAsync(string text, string attribution)
    {
        var report = (await ReportAsync())!;
        Assert.True((await AddAsync(report, text, attribution, _excerpts)).IsDone);
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages || section.FocusAreaNumber == 2))
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default))).IsDone);
        return report;
    }

    private async Task PublishedAsync()
    {
        await StartAsync(5);
        var report = await CompleteAsync(Some, AttributionLadder.Some);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(report));
        await PublishAsync(report);
    }

    private async Task PublishAsync(SummaryReport report)
    {
        await ClearAsync(report);
        await side.LeaveOutCheckAsync(report.Id);
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance =>
            clearance.PublishAsync(report.Id, _consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default)));
    }

    private async Task ClearAsync(SummaryReport report) =>
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default)));

    private Task<ClearanceResult> SubmitAsync(SummaryReport report) => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default));

    private Task<ClearanceResult> BeginAsync() => side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.BeginAsync(_number, SealedSide.Coder, default));

    private Task<ClearanceResult> DropAsync(SummaryReport report) => side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.DropAsync(report.Id, default));

    private Task<ClearanceResult> WithdrawAsync(SummaryReport report, params int[] versions) =>
        side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.WithdrawAsync(report.Id, versions, default));

    private Task<DraftOutcome> NoteAsync(SummaryReport report, string note) =>
        side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeCorrectionNoteAsync(report.Id, note, SealedSide.Coder, default));

    private Task<SummaryReport?> ReportAsync() => side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default));

    private Task<PublicReport> PublicAsync() => side.AskAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(_number, default));

    private Task<PublicReport> PublicAsync(int version) => side.AskAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(_number, version, default));

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = (await ReportAsync())!;
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
    }

    private static List<KeyPoint> Points(SummaryReport report) => [.. report.Statements().OfType<KeyPoint>()];

    private Task<DraftOutcome> AddAsync(SummaryReport report, string text, string attribution, IEnumerable<Guid> excerpts) => side.AskAsync<Drafting, DraftOutcome>(drafting =>
        drafting.AddKeyPointAsync(report.Id, new StatementPlace(report.Sections.Single(section => section.FocusAreaNumber == 1).Id), Draft(text, attribution, excerpts), Labels, SealedSide.Coder, default));

    private async Task<DraftOutcome> ChangeAsync(SummaryReport report, string text, string attribution, IEnumerable<Guid> excerpts)
    {
        var point = Points((await ReportAsync())!).First(one => one.Text.Contains("a shorter paper", StringComparison.Ordinal));
        return await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, point.Id, Draft(text, attribution, excerpts), null, Labels, SealedSide.Coder, default));
    }

    private async Task RemoveAsync(SummaryReport report, string words)
    {
        var point = Points((await ReportAsync())!).Single(one => one.Text.Contains(words, StringComparison.Ordinal));
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.RemoveStatementAsync(report.Id, point.Id, SealedSide.Coder, default))).IsDone);
    }

    private static KeyPointDraft Draft(string text, string attribution, IEnumerable<Guid> excerpts) => new()
    {
        Text = text,
        Attribution = attribution,
        Stance = Stance.Concern,
        Evidence = excerpts.ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main),
    };
}
