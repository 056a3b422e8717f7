using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Record.Sealing;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>A report after its publication: corrected, withdrawn, begun anew, and what its versions may tell beside each other.</summary>
public sealed class CorrectionTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Some = "Some participants asked for **a shorter paper**.";
    private const string AFew = "A few participants asked for **a shorter paper**.";

    private readonly DraftedReport _made = new(side);

    [Fact]
    public async Task Correction_GoesOnFromThePublishedVersionAndReplacesItOnlyOncePublished()
    {
        await PublishedAsync();
        var first = await _made.NewestAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _made.CorrectAsync()));
        Assert.Equal(1, begun.Count(result => result is ClearanceResult.Done));
        Assert.Equal(3, begun.Count(result => result is ClearanceResult.NotNow));

        var second = await _made.NewestAsync();
        Assert.Equal((2, ReportStatus.Draft), (second.Version, second.Status));
        Assert.Equal(first.Texts(), second.Texts());
        var (then, now) = (DraftedReport.Points(first), DraftedReport.Points(second));
        Assert.Equal(then.Select(point => point.LineageId), now.Select(point => point.LineageId));
        Assert.Equal(then.SelectMany(point => point.Evidence).Select(one => one.ExcerptId).Order(), now.SelectMany(point => point.Evidence).Select(one => one.ExcerptId).Order());
        Assert.Empty(first.Statements().Select(one => one.Id).Intersect(second.Statements().Select(one => one.Id)));
        Assert.Equal(1, (await _made.PublicAsync()).Report!.Version);

        // It says what it corrects, and its editors are those of the version before.
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.CorrectionNoteMissing, IsBlocking: true });
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(second));
        Assert.Equal(DraftResult.TextMissing, (await _made.NoteAsync(second, " ")).Result);
        Assert.True((await _made.NoteAsync(second, "A date was wrong.")).IsDone);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(second));
        Assert.Equal(ClearanceResult.OwnWork, await _made.ClearAsync(second, SealedSide.Coder));
        Assert.Equal(ClearanceResult.NotNow, await _made.DropAsync(second));
        await _made.ClearAndPublishAsync(second);

        Assert.Equal((2, "A date was wrong."), ((await _made.PublicAsync()).Report!.Version, (await _made.PublicAsync()).Report!.CorrectionNote));
        var old = (await _made.PublicAsync(1)).Report!;
        Assert.Equal(ReportStatus.Superseded, old.Status);
        Assert.Equal(first.ContentHash, ReportContent.Hash(old));
        Assert.Equal([2], (await side.AskAsync<SummaryReports, IReadOnlyList<SummaryReport>>(reports => reports.PublishedAsync(default))).Where(one => one.Number == _made.Number).Select(one => one.Version));
        Assert.Equal(DraftResult.NotADraft, (await _made.NoteAsync(old, "x y")).Result);
    }

    [Fact]
    public async Task Drop_OnlyAnOpenDraftOfALaterVersion()
    {
        await PublishedAsync();
        Assert.Equal(ClearanceResult.NotNow, await _made.DropAsync(await _made.NewestAsync()));
        await _made.CorrectAsync();
        Assert.Equal(ClearanceResult.Done, await _made.DropAsync(await _made.NewestAsync()));
        Assert.Equal((1, ReportStatus.Published), ((await _made.NewestAsync()).Version, (await _made.NewestAsync()).Status));
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
    }

    [Fact]
    public async Task Withdraw_TheNewest_DoesNotBringTheOneBeforeBack()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        await _made.SubmitAsync(second);
        await _made.ClearAndPublishAsync(second);
        Assert.Equal(ClearanceResult.NotNow, await _made.WithdrawAsync(second, 2, 3));
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(second, 2));
        Assert.True((await _made.PublicAsync()).IsWithdrawn);
        Assert.True((await _made.PublicAsync(2)).IsWithdrawn);
        Assert.NotNull((await _made.PublicAsync(1)).Report);
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(second, 1));
        Assert.True((await _made.PublicAsync(1)).IsWithdrawn);

        // Begun anew, without a word on what went before.
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
        var third = await _made.NewestAsync();
        Assert.Equal((3, null), (third.Version, third.CorrectionNote));
        Assert.Equal(DraftResult.NotThere, (await _made.NoteAsync(third, "What was taken away.")).Result);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(third));
        await _made.ClearAndPublishAsync(third);
        Assert.Equal(3, (await _made.PublicAsync()).Report!.Version);
    }

    [Fact]
    public async Task Publish_EarlierVersionWithdrawnMeanwhile_TellsNothingOfIt()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A name was taken out.");
        await _made.SubmitAsync(second);
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(second, 1));
        await _made.ClearAndPublishAsync(second);
        Assert.Null((await _made.PublicAsync()).Report!.CorrectionNote);
        Assert.True((await _made.PublicAsync(1)).IsWithdrawn);
    }

    /// <summary>A note that says what was wrong before would tell why the version before is gone.</summary>
    [Fact]
    public async Task Withdraw_TheVersionThatANoteSpeaksOf_TakesTheNoteFromItsReaders()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A name was taken out.");
        await _made.SubmitAsync(second);
        await _made.ClearAndPublishAsync(second);
        await _made.CorrectAsync();
        var third = await _made.NewestAsync();
        await _made.NoteAsync(third, "A date was wrong.");
        await _made.SubmitAsync(third);
        await _made.ClearAndPublishAsync(third);
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(second, 1));
        Assert.Null((await _made.PublicAsync(2)).Report!.CorrectionNote);
        Assert.Equal("A date was wrong.", (await _made.PublicAsync()).Report!.CorrectionNote);
        Assert.Equal("A date was wrong.", (await _made.PublicAsync(3)).Report!.CorrectionNote);
        Assert.Equal(ClearanceResult.Done, await _made.WithdrawAsync(second, 2));
        Assert.Null((await _made.PublicAsync()).Report!.CorrectionNote);
        Assert.Null((await _made.PublicAsync(3)).Report!.CorrectionNote);
        // The team still knows what was said.
        Assert.Equal("A date was wrong.", (await _made.NewestAsync()).CorrectionNote);
    }

    [Fact]
    public async Task Begin_WhileTheNewestIsWithdrawnOrTheDraftDropped_LeavesOneDraft()
    {
        await PublishedAsync();
        var first = await _made.NewestAsync();
        await Task.WhenAll(_made.CorrectAsync(), _made.WithdrawAsync(first, 1), _made.CorrectAsync());
        var draft = await _made.NewestAsync();
        Assert.Equal((2, ReportStatus.Draft), (draft.Version, draft.Status));
        await Task.WhenAll(_made.DropAsync(draft), _made.CorrectAsync(), _made.CorrectAsync());
        Assert.True((await _made.NewestAsync()).Version <= 2);
    }

    /// <summary>The same key phrase in the overarching messages and in an area: copied unchanged, each keeps what it told, before the freeze and after.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_OneKeyPhraseTwice_EachKeepsItsOwn()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        Assert.True((await _made.AddAsync(
            report, AFew, AttributionLadder.AFew, _made.Excerpts.Take(3), new StatementPlace(report.Sections.Single(section => section.Kind == SectionKind.OverarchingMessages).Id))).IsDone);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_made.Window.Id, default)));
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        foreach (var point in DraftedReport.Points(second))
        {
            var kept = await side.AskAsync<ClaimsLedger, KeptPhrases?>(ledger => ledger.KeptAsync(second, point, point.Evidence, default));
            Assert.Equal([point.Attribution], kept!.Among(point.Attribution).Select(rung => rung.Key));
        }
    }

    [Fact]
    public async Task Correction_FindingsOfItsNote_SayThatTheyAreThere()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        Assert.True(Assert.Single(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.CorrectionNoteMissing).IsCorrectionNote);
        await _made.NoteAsync(await _made.NewestAsync(), "All participants asked for the change.");
        Assert.True(Assert.Single(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.AllOrNone).IsCorrectionNote);
    }

    [Fact]
    public async Task Withdraw_WhileTheNextVersionIsPublished_StaysWithdrawn()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        await _made.SubmitAsync(second);
        await _made.ClearAsync(second);
        var published = _made.PublishAsync(second);
        await Task.WhenAll(published, _made.WithdrawAsync(second, 1));
        Assert.True((await _made.PublicAsync(1)).IsWithdrawn);
        Assert.Equal(2, (await _made.PublicAsync()).Report!.Version);
    }

    [Fact]
    public async Task Publish_EvidenceSetAsideAfterClearance_IsBlockedThoughThePhraseHoldsAndFreezesNothing()
    {
        await _made.BeginAsync(6);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        await _made.SubmitAsync(report);
        await _made.ClearAsync(report);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(_made.Inputs[0], SetAsideReasons.Trial, SealedSide.Coder, default));
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind is FindingKind.WordingTooStrong);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        var frozen = 0;
        Task<AroundTheReport> Freeze()
        {
            frozen++;
            return Task.FromResult(new AroundTheReport(new byte[32], false));
        }
        Task<ClearanceResult> Publish() => _made.PublishAsync(report, freeze: Freeze);
        Assert.Equal((ClearanceResult.Blocked, 0), (await Publish(), frozen));

        // The way out: taken back, looked at, saved without.
        await _made.TakeBackAsync(report);
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        await _made.SubmitAsync(report);
        await _made.ClearAsync(report);
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
        Assert.Equal("some FiveToNine", await side.ScalarAsync<string>($"SELECT c.rungs || ' ' || c.band FROM record.claim c JOIN record.summary_report r ON r.id = c.report_id WHERE r.number = {_made.Number}"));
        await side.WithdrawAsync(_made.Inputs[0]);
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.EvidenceLost, IsBlocking: true });
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind is FindingKind.WordingTooStrong or FindingKind.PhraseInText);
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        // What four allow would tell of the fifth.
        Assert.True((await _made.ChangeAsync("a shorter paper", AFew, AttributionLadder.AFew, _made.Excerpts.Skip(1))).IsDone);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.Equal(DraftResult.WordingTooStrong, (await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.ANumber, _made.Excerpts.Skip(1))).Result);
        // Nor may the sentence say it under the old choice.
        Assert.True((await _made.ChangeAsync("a shorter paper", AFew, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        // Taken out and written in again it is still the same point, with the same words or on the same passages.
        await _made.AddAsync(second, "A few participants asked for **less text**.", AttributionLadder.AFew, _made.Excerpts.Skip(1));
        await _made.RemoveAsync("a shorter paper");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        await _made.AddAsync(second, AFew, AttributionLadder.AFew, _made.Excerpts.Skip(1));
        await _made.RemoveAsync("less text");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        await _made.SubmitAsync(second);
        await _made.ClearAndPublishAsync(second);
        Assert.Contains(Some, (await _made.PublicAsync()).Report!.Texts());
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(DISTINCT c.lineage_id) FROM record.claim c JOIN record.summary_report r ON r.id = c.report_id WHERE r.number = {_made.Number}"));
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_ThreeVoicesWithdrawn_TakesThePhraseThatHolds()
    {
        await PublishedAsync();
        foreach (var input in _made.Inputs.Take(3)) await side.WithdrawAsync(input);
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "Counted anew.");
        Assert.Equal(DraftResult.WordingTooStrong, (await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(3))).Result);
        Assert.True((await _made.ChangeAsync("a shorter paper", AFew, AttributionLadder.AFew, _made.Excerpts.Skip(3))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
    }

    [Fact]
    [Invariant(23)]
    public async Task Correction_PointOfOneOrTwoThatComesOrGoes_Blocks()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        var second = await _made.AddAsync(report, "A few participants asked for **larger letters**.", AttributionLadder.AFew, _made.Excerpts.Take(2));
        Assert.True(second.IsDone);
        await _made.SubmitAsync(report);
        await _made.ClearAndPublishAsync(report);
        await _made.CorrectAsync();
        var draft = await _made.NewestAsync();
        await _made.NoteAsync(draft, "Points were changed.");
        await _made.AddAsync(draft, "A few participants asked for **a table**.", AttributionLadder.AFew, _made.Excerpts.Take(2));
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PointAppeared, IsBlocking: true });
        await _made.AddAsync(draft, "A few participants asked for **an index**.", AttributionLadder.AFew, _made.Excerpts.Take(3));
        Assert.Single(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PointAppeared);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PhraseChanged);
        await _made.RemoveAsync("a table");
        await _made.RemoveAsync("an index");
        await _made.RemoveAsync("larger letters");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PointVanished, IsBlocking: true, Detail: "larger letters" });
        // Five stood behind this one: that it goes tells of nobody.
        await _made.RemoveAsync("a shorter paper");
        Assert.Single(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PointVanished);
        // Once the version before is withdrawn, it need not come back.
        await _made.WithdrawAsync(draft, 1);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PointVanished);
    }

    /// <summary>The sentence before a list and a word for a group stay as they were told when one has gone, as the phrases do.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_OneVoiceWithdrawn_KeepsTheSentenceBeforeAList()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        var area = report.Sections.Single(section => section.FocusAreaNumber == 1).Id;
        Assert.True((await _made.AddAsync(report, "**translated earlier**", AttributionLadder.Some, _made.Excerpts, new StatementPlace(area, NewBlock: BlockKind.Bullets, Introduction: "Some participants asked that it be:"))).IsDone);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        await side.WithdrawAsync(_made.Inputs[0]);
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
        var listed = DraftedReport.Points(second).Single(point => point.Text.Contains("translated", StringComparison.Ordinal));
        Assert.True((await _made.ChangeAsync(listed.Id, DraftedReport.Draft("**translated earlier**", AttributionLadder.Some, _made.Excerpts.Skip(1)))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        // Four allow the weaker sentence, which would tell of the fifth.
        Assert.True((await _made.IntroduceAsync(second, listed.BlockId, "A few participants asked that it be:")).IsDone);
        Assert.Equal(listed.Id, (await _made.FindAsync(FindingKind.PhraseChanged)).StatementId);
    }

    /// <summary>A version between whose list says nothing makes nobody forget what the one before it said.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_ByWayOfASentenceThatTellsNothing_KeepsTheSentenceBeforeAList()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        Assert.True((await _made.AddAsync(report, "**translated earlier**", AttributionLadder.Some, _made.Excerpts,
            new StatementPlace(DraftedReport.Area(report, 1), NewBlock: BlockKind.Bullets, Introduction: "Some participants asked that it be:"))).IsDone);
        await _made.SubmitAsync(report);
        await _made.ClearAndPublishAsync(report);
        await side.WithdrawAsync(_made.Inputs[0]);
        var second = await CorrectAsync("It should be:");
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(second));
        await _made.ClearAndPublishAsync(second);
        await CorrectAsync("A few participants asked that it be:");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });

        async Task<SummaryReport> CorrectAsync(string sentence)
        {
            await _made.CorrectAsync();
            var draft = await _made.NewestAsync();
            await _made.NoteAsync(draft, "A date was wrong.");
            Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(1))).IsDone);
            var listed = DraftedReport.Points(draft).Single(point => point.Text.Contains("translated", StringComparison.Ordinal));
            Assert.True((await _made.ChangeAsync(listed.Id, DraftedReport.Draft("**translated earlier**", AttributionLadder.Some, _made.Excerpts.Skip(1)))).IsDone);
            Assert.True((await _made.IntroduceAsync(draft, listed.BlockId, sentence)).IsDone);
            return await _made.NewestAsync();
        }
    }

    /// <summary>How many of a group said it is told as well, by the word on how many before the group's: it stays until three have changed, and nothing is counted anew for it.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_OneOfAGroupWithdrawn_KeepsHowManyOfTheGroupWereTold()
    {
        const string ten = "A number of company participants asked for **a shorter paper**.";
        await _made.BeginAsync(10, new GroupSize("companies", 1, "business", 40, new Reach(20, 2, 2), new Reach(20, 2, 2)));
        var report = await _made.CompleteAsync(ten, AttributionLadder.GroupPrefix + "companies");
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
        Assert.Equal("group:companies group:companies/a-number TenOrMore", await side.ScalarAsync<string>($"SELECT rungs || ' ' || band FROM record.claim WHERE report_id = '{report.Id}'"));
        await side.WithdrawAsync(_made.Inputs[0]);
        await _made.CorrectAsync();
        await _made.NoteAsync(await _made.NewestAsync(), "A date was wrong.");
        Assert.True((await _made.ChangeAsync("a shorter paper", ten, AttributionLadder.GroupPrefix + "companies", _made.Excerpts.Skip(1))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        // Nine allow the weaker word, which would tell of the tenth.
        Assert.True((await _made.ChangeAsync("a shorter paper", "Some company participants asked for **a shorter paper**.", AttributionLadder.GroupPrefix + "companies", _made.Excerpts.Skip(1))).IsDone);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
        // So does a frozen round, in which nobody carries a label any more.
        Assert.True((await _made.ChangeAsync("a shorter paper", ten, AttributionLadder.GroupPrefix + "companies", _made.Excerpts.Skip(1))).IsDone);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_made.Window.Id, default)));
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PhraseChanged);
    }

    /// <summary>How many took part and from which groups is told once, by the seal page: no version tells otherwise, whoever has gone since.</summary>
    [Fact]
    [Invariant(23)]
    public async Task Correction_IntroductionTellsAnotherNumberOrOtherGroups_Blocks()
    {
        await PublishedAsync();
        await side.WithdrawAsync(_made.Inputs[0]);
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.ParticipationDiffers);
        foreach (var (told, otherwise) in new[]
        {
            ("Between five and nine contributors sent comments.", "Between two and four contributors sent comments."),
            ("Comments came from **companies**, among others.", "Comments came from **companies and states**, among others."),
        })
        {
            var fact = second.Statements().OfType<Fact>().Single(one => one.Text == told);
            Assert.True((await _made.FactAsync(second, fact.Id, otherwise)).IsDone);
            var found = await _made.FindAsync(FindingKind.ParticipationDiffers);
            Assert.Equal((true, (Guid?)fact.Id, null), (found.IsBlocking, found.StatementId, found.Lift));
            // Told in words of one's own or not at all, nothing is told otherwise.
            Assert.True((await _made.FactAsync(second, fact.Id, "Comments were received.")).IsDone);
            Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.ParticipationDiffers);
        }
    }

    [Fact]
    public async Task Correction_Note_IsReadByTheLint()
    {
        await PublishedAsync();
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "All participants asked for the change.");
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.AllOrNone, IsBlocking: true });
    }

    /// <summary>An author's words must go when they are withdrawn, though readers of two versions see that something went.</summary>
    [Fact]
    public async Task Correction_PointOfTwoWhoBothWithdrew_MayGo()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        await _made.AddAsync(report, "A few participants asked for **larger letters**.", AttributionLadder.AFew, _made.Excerpts.Take(2));
        await _made.SubmitAsync(report);
        await _made.ClearAndPublishAsync(report);
        foreach (var input in _made.Inputs.Take(2)) await side.WithdrawAsync(input);
        await _made.CorrectAsync();
        var draft = await _made.NewestAsync();
        await _made.NoteAsync(draft, "A point was taken out.");
        Assert.Contains(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.EvidenceMissing);
        await _made.RemoveAsync("larger letters");
        Assert.True((await _made.ChangeAsync("a shorter paper", Some, AttributionLadder.Some, _made.Excerpts.Skip(2))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
    }

    [Fact]
    public async Task Correction_OfAFrozenRound_KeepsItsPhrases()
    {
        await PublishedAsync();
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_made.Window.Id, default)));
        await _made.CorrectAsync();
        var second = await _made.NewestAsync();
        await _made.NoteAsync(second, "A date was wrong.");
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.IsBlocking);
        Assert.True((await _made.ChangeAsync("a shorter paper", AFew, AttributionLadder.AFew, _made.Excerpts)).IsDone);
        Assert.Contains(await _made.FindingsAsync(), finding => finding is { Kind: FindingKind.PhraseChanged, IsBlocking: true });
    }

    private async Task PublishedAsync()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        await _made.ClearAndPublishAsync(report);
    }
}
