using BTech.Agenda;
using BTech.Languages.Coach;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
using BTech.Record.Reports.Passages;
using BTech.Record.Retention;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>What a second person can let stand in a report, who that is, and what becomes of it.</summary>
[Invariant(24)]
public sealed class LiftingTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Some = "Some participants asked for **a shorter paper**.";
    private const string One = "One participant asked for **larger letters**.";
    private const string Why = "The wish for larger letters is everybody's.";
    private static readonly StaffId Third = new(Guid.NewGuid());

    private readonly DraftedReport _made = new(side);

    [Fact]
    public async Task SingleVoice_AskedForAndAgreedTo_IsPublishedWithACountedDecision()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));

        var key = await AskAsync(FindingKind.SingleVoice, LiftReason.NobodyRecognised);
        Assert.False((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.NotAgreed, await _made.ClearAsync(report));
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));

        var published = await _made.NewestAsync();
        var annex = published.Sections.Single(section => section.Kind == SectionKind.DisclosureDecisions);
        Assert.Equal([annex.Order, annex.Order + 1], published.Sections.OrderBy(section => section.Order).TakeLast(2).Select(section => section.Order));
        Assert.Equal(SectionKind.Participants, published.Sections.MaxBy(section => section.Order)!.Kind);
        Assert.Equal(["Nobody can be recognised by it: fewer than five decisions"], annex.Blocks.Single().Statements.Select(statement => statement.Text));
        var said = string.Join('\n', annex.Blocks.Single().Statements.Select(statement => statement.Text).Append(annex.Blocks.Single().Introduction));
        Assert.DoesNotContain("letters", said, StringComparison.Ordinal);
        Assert.Equal(published.ContentHash, ReportContent.Hash(published));
        // No check finds anything in it afterwards, and the next version begins without it.
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.SectionId == annex.Id);
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
        var next = await _made.NewestAsync();
        Assert.DoesNotContain(next.Sections, section => section.Kind == SectionKind.DisclosureDecisions);
        Assert.Equal(Enumerable.Range(1, next.Sections.Count), next.Sections.Select(section => section.Order).Order());
    }

    [Fact]
    public async Task Publish_NothingLifted_HasNoAnnex()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some, _made.Excerpts);
        await _made.SubmitAsync(report);
        await _made.ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        Assert.DoesNotContain((await _made.NewestAsync()).Sections, section => section.Kind == SectionKind.DisclosureDecisions);
    }

    [Fact]
    public async Task Ask_WithoutReasonOrAtTheWrongTime_IsRefusedAndWritesNothing()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = (await _made.FindAsync(FindingKind.SingleVoice)).Lift!;
        Assert.Equal(LiftResult.CategoryMissing, await AskAsync(report, key, null, Why));
        Assert.Equal(LiftResult.CategoryMissing, await AskAsync(report, key, (LiftReason)99, Why));
        foreach (var reason in new[] { null, "", "  Nineteen letters.   ", new string('x', Lifting.LongestReason + 1) })
            Assert.Equal(LiftResult.ReasonLength, await AskAsync(report, key, LiftReason.Other, reason));
        Assert.Equal(LiftResult.NotThere, await side.AskAsync<Liftings, LiftResult>(liftings => liftings.AskAsync(Guid.NewGuid(), key, new LiftRequest(LiftReason.Other, Why), _made.Consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.Equal(LiftResult.NotNow, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(LiftResult.NotThere, await TakeBackAsync(report, key));
        Assert.Equal(0, await RowsAsync(report));

        Assert.Equal(LiftResult.Done, await AskAsync(report, key, LiftReason.Other, new string('x', Lifting.LongestReason)));
        Assert.Equal(LiftResult.AskedAlready, await AskAsync(report, key, LiftReason.Other, Why));
        // Taken back, asked again.
        Assert.Equal(LiftResult.Done, await TakeBackAsync(report, key));
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));
        Assert.Equal(LiftResult.Done, await AskAsync(report, key, LiftReason.Other, Why));
        await _made.SubmitAsync(report);
        Assert.Equal(LiftResult.NotNow, await TakeBackAsync(report, key));
        Assert.Equal(LiftResult.NotNow, await AskAsync(report, key, LiftReason.Other, Why));
    }

    /// <summary>Names, verbatim words and matters of form: whatever key a form is made to post, nothing is asked.</summary>
    [Fact]
    public async Task Ask_WhatNobodyCanLift_IsRefusedWhateverIsPosted()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        Assert.True((await _made.AddAsync(report, "It was also raised that **all participants agreed** and wrote to help@example.org.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(1))).IsDone);
        var single = (await _made.FindAsync(FindingKind.SingleVoice)).Lift!;
        var findings = await _made.FindingsAsync();
        foreach (var kind in new[] { FindingKind.AllOrNone, FindingKind.ContactData })
        {
            Assert.Contains(findings, finding => finding.Kind == kind && finding is { IsBlocking: true, Lift: null });
            Assert.Equal(LiftResult.NotLiftable, await AskAsync(report, new LiftKey(kind, single.Hash), LiftReason.Other, Why));
        }
        Assert.Equal(LiftResult.NotLiftable, await AskAsync(report, single with { Hash = new string('0', 64) }, LiftReason.Other, Why));
        Assert.Equal(0, await RowsAsync(report));
    }

    [Fact]
    public async Task Agreement_AnyEditOfWhatWasAgreedTo_AsksAgain()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await _made.SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        await _made.TakeBackAsync(report);
        // What was agreed to stands as long as nothing is changed.
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        foreach (var (text, excerpts) in new[] { ("One participant asked for **much larger letters**.", _made.Excerpts.Take(1)), (One, _made.Excerpts.Skip(1).Take(1)) })
        {
            Assert.True((await _made.ChangeAsync("letters", text, AttributionLadder.One, excerpts)).IsDone);
            Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
            Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));
        }
        // A request whose sentence is gone is seen and counted nowhere.
        Assert.True((await _made.ChangeAsync("letters", "It was also raised that **larger letters** would help.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(1))).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Lifting is not null);
        await _made.SubmitAsync(report);
        Assert.Equal(LiftResult.NotThere, await AgreeAsync(report, key, SealedSide.Other));
        await _made.ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        Assert.DoesNotContain((await _made.NewestAsync()).Sections, section => section.Kind == SectionKind.DisclosureDecisions);
    }

    [Fact]
    public async Task Agree_ByAnEditor_IsImpossibleBeforeAndAfter()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        // Whoever asks is an editor from then on.
        var key = (await _made.FindAsync(FindingKind.SingleVoice)).Lift!;
        Assert.Equal(LiftResult.Done, await side.AskAsync<Liftings, LiftResult>(liftings => liftings.AskAsync(report.Id, key, new LiftRequest(LiftReason.Other, Why), _made.Consultation, LintSources.Nobody, Third, default)));
        await _made.SubmitAsync(report);
        foreach (var editor in new[] { SealedSide.Coder, Third })
        {
            Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, editor));
            Assert.Equal(LiftResult.OwnWork, await RefuseAsync(report, key, editor));
        }
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, SealedSide.Other));

        // Edits by known editors leave it; the one who agreed and edits then takes their agreement along.
        await _made.TakeBackAsync(report);
        await _made.TitleAsync(report, SealedSide.Coder);
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        await _made.TitleAsync(report, SealedSide.Other);
        Assert.False((await _made.FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        await _made.SubmitAsync(report);
        Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.OwnWork, await _made.ClearAsync(report));
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, new StaffId(Guid.NewGuid())));
    }

    /// <summary>Whoever wrote a sentence is an editor as well, though somebody else asked for it.</summary>
    [Fact]
    public async Task Agree_ByWhoWroteTheSentence_IsImpossible()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(Some, AttributionLadder.Some);
        Assert.True((await _made.AddAsync(report, One, AttributionLadder.One, _made.Excerpts.Take(1), by: Third)).IsDone);
        var key = await AskAsync(FindingKind.SingleVoice);
        await _made.SubmitAsync(report);
        Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, Third));
        Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, SealedSide.Coder));
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, SealedSide.Other));
    }

    [Fact]
    public async Task Ask_TwiceAtOnce_IsOneRequestAndTwoWhoAgreeAtOnceAreOneDecision()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = (await _made.FindAsync(FindingKind.SingleVoice)).Lift!;
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(report, key, LiftReason.Other, Why)));
        Assert.Equal([LiftResult.Done, LiftResult.AskedAlready, LiftResult.AskedAlready, LiftResult.AskedAlready], asked.Order());
        Assert.Equal(1, await RowsAsync(report));
        await _made.SubmitAsync(report);
        var agreed = await Task.WhenAll(new[] { SealedSide.Other, Third, SealedSide.Other }.Select(second => AgreeAsync(report, key, second)));
        Assert.Equal([LiftResult.Done, LiftResult.AgreedAlready, LiftResult.AgreedAlready], agreed.Order());
        Assert.Equal(1, await RowsAsync(report));
    }

    /// <summary>Taken back while the second person has it before them: nobody agrees to what is not asked any more.</summary>
    [Fact]
    public async Task TakeBack_ByAnEditor_LeavesNothingToAgreeTo()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await _made.SubmitAsync(report);
        await _made.TakeBackAsync(report);
        Assert.Equal(LiftResult.Done, await TakeBackAsync(report, key));
        Assert.Equal(LiftResult.NotThere, await TakeBackAsync(report, key));
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));
        Assert.Equal(LiftResult.NotNow, await AgreeAsync(report, key, SealedSide.Other));
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
    }

    /// <summary>Two of the texts turn out to be one person's: what was agreed to for two does not stand for one, though no word of the report has changed.</summary>
    [Fact]
    public async Task Agreement_CountedAnew_AsksAgain()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("It was also raised that **the only regulator** and a director of research should read it.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(2));
        var key = await AskAsync(FindingKind.UniqueRole);
        await _made.SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        await side.ExecuteAsync($"UPDATE record.sealed_input SET contributor_id = (SELECT contributor_id FROM record.sealed_input WHERE id = '{_made.Inputs[1]}') WHERE id = '{_made.Inputs[0]}'");
        var now = await _made.FindAsync(FindingKind.UniqueRole);
        Assert.True(now.IsOpen);
        Assert.NotEqual(key, now.Lift);
        Assert.Equal(LiftResult.NotThere, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.Blocked, await _made.ClearAsync(report));
    }

    /// <summary>Of each part that a second person agrees to: the kind, the words found, the group, the sentence before the list, the section.</summary>
    [Fact]
    public void LiftMarks_AnyPartOfWhatIsAgreedTo_MakesAnotherKey()
    {
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Guid.NewGuid(), WindowId = Guid.NewGuid(), Language = "en", Title = "-", EventLine = "-" };
        foreach (var area in new[] { 1, 2 }) report.Sections.Add(new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = area, Heading = "-", Order = area });
        var section = report.Sections[0];
        var list = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Bullets, Introduction = "A few participants asked:" };
        section.Blocks.Add(list);
        var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = list.Id, Order = 1, Text = "**for more**", Attribution = AttributionLadder.AFew };
        list.Statements.Add(point);
        LiftKey Key(Finding finding) => new LiftMarks(report, new Dictionary<Guid, PointBacking>(), null, []).On(finding).Lift!;
        var found = new Finding(FindingKind.GroupWord, true, section.Id, point.Id, "companies") { Sentence = point.Text, Claim = AttributionLadder.GroupPrefix + "companies" };
        var keys = new List<LiftKey>
        {
            Key(found), Key(found with { Kind = FindingKind.Pronoun }), Key(found with { Detail = "firms" }), Key(found with { Claim = AttributionLadder.GroupPrefix + "states" }),
            Key(found with { SectionId = report.Sections[1].Id }), Key(found with { Sentence = "**for less**" }),
        };
        Assert.Equal(keys[0], Key(found));
        list.Introduction = "Some participants asked:";
        keys.Add(Key(found));
        point.Attribution = AttributionLadder.Some;
        keys.Add(Key(found));
        point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = Guid.NewGuid() });
        keys.Add(Key(found));
        Assert.Distinct(keys);
    }

    /// <summary>"One participant" may stand in the sentence before a list, or in an item of it: a reader takes both together, so nothing of the speaker is lifted in either.</summary>
    [Theory]
    [InlineData("One participant asked:", "**for larger letters**, as Kenyan participants know")]
    [InlineData("Kenyan participants asked:", "**for larger letters**, which one participant called a relief")]
    public void LiftMarks_OneVoiceBesideTheSentence_CannotBeLifted(string introduction, string item)
    {
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Guid.NewGuid(), WindowId = Guid.NewGuid(), Language = "en", Title = "-", EventLine = "-" };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "-", Order = 1 };
        var list = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Bullets, Introduction = introduction };
        var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = list.Id, Order = 1, Text = item };
        report.Sections.Add(section);
        section.Blocks.Add(list);
        list.Statements.Add(point);
        Finding On(Finding finding) => new LiftMarks(report, new Dictionary<Guid, PointBacking>(), null, []).On(finding);
        var found = item.Contains("Kenya", StringComparison.Ordinal)
            ? new Finding(FindingKind.SpeakersTrait, true, section.Id, point.Id) { Sentence = item }
            : new Finding(FindingKind.SpeakersTrait, true, section.Id) { BlockId = list.Id, Sentence = introduction };
        Assert.Null(On(found).Lift);
        Assert.NotNull(On(found with { Kind = FindingKind.OfferBesideView }).Lift);
        (list.Introduction, point.Text) = (introduction.Replace("One participant", "A few participants", StringComparison.Ordinal), item.Replace("one participant", "a few participants", StringComparison.Ordinal));
        Assert.NotNull(On(found with { Sentence = "Kenyan participants" }).Lift);
    }

    [Fact]
    public async Task Refuse_ARequestOrAnAgreement_StopsTheReportAgain()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await _made.SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        Assert.Equal(LiftResult.Done, await RefuseAsync(report, key, SealedSide.Other));
        Assert.Equal(LiftResult.NotThere, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.Blocked, await _made.ClearAsync(report));
        Assert.Equal(0, await RowsAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.SendBackAsync(report, "Say it without how many."));
    }

    /// <summary>Somebody is invited to the round after the report was cleared, whose title stands in a sentence of it.</summary>
    [Fact]
    public async Task Publish_AFindingJoinsALiftedOne_IsRefused()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("It was also raised that **the only regulator** and a director of research should read it.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(1));
        var key = await AskAsync(FindingKind.UniqueRole, LiftReason.FalseAlarm);
        await _made.SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
        var titled = new LintSources(new NamesInText([], []), new NamesInText([], []), ["Director of Research"], []);
        Assert.Equal(ClearanceResult.Blocked, await _made.PublishAsync(report, titled));
        Assert.Equal(ReportStatus.Cleared, (await _made.NewestAsync()).Status);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        Assert.Equal(["A false alarm of the check: fewer than five decisions"], Annex(await _made.NewestAsync()));
    }

    /// <summary>"One participant" never bears what tells of the speaker, whoever agrees.</summary>
    [Fact]
    public async Task OneParticipant_WithARoleOrAGroup_CannotBeLifted()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("One participant from Kenya asked for **larger letters**.", AttributionLadder.One, _made.Excerpts.Take(1));
        Assert.NotNull((await _made.FindAsync(FindingKind.SingleVoice)).Lift);
        Assert.Null((await _made.FindAsync(FindingKind.SpeakersTrait)).Lift);
        await _made.ChangeAsync("letters", "One company asked for **larger letters**.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(1));
        Assert.Null((await _made.FindAsync(FindingKind.GroupWord)).Lift);
        // Written into the sentence alone, one voice is one voice.
        await _made.ChangeAsync("letters", One, AttributionLadder.AlsoRaised, _made.Excerpts.Take(1));
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.True((await _made.FindAsync(FindingKind.PhraseBeyondChoice)).IsOpen);
    }

    [Fact]
    public async Task StrongerWording_WithAReason_GoesInAskedForAndIsToldAsPublished()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("A few participants asked for **larger letters**.", AttributionLadder.AFew, _made.Excerpts.Take(3));
        const string stronger = "Some participants asked for **larger letters**.";
        Assert.Equal(DraftResult.WordingTooStrong, (await _made.ChangeAsync("letters", stronger, AttributionLadder.Some, _made.Excerpts.Take(3))).Result);
        Assert.Equal(DraftResult.LiftReasonMissing, (await _made.ChangeAsync("letters", stronger, AttributionLadder.Some, _made.Excerpts.Take(3), new LiftRequest(LiftReason.Other, "Too short"))).Result);
        Assert.True((await _made.ChangeAsync("letters", stronger, AttributionLadder.Some, _made.Excerpts.Take(3), new LiftRequest(LiftReason.PublicKnowledge, Why))).IsDone);
        var finding = await _made.FindAsync(FindingKind.WordingTooStrong);
        Assert.Equal(LiftReason.PublicKnowledge, finding.Lifting!.Category);
        // What the sentence says is the same question.
        Assert.Equal(finding.Lift, (await _made.FindAsync(FindingKind.PhraseInText)).Lift);
        Assert.False((await _made.FindAsync(FindingKind.PhraseInText)).IsOpen);
        // Saved again as it is, nothing is asked for again.
        Assert.True((await _made.ChangeAsync("letters", stronger, AttributionLadder.Some, _made.Excerpts.Take(3), new LiftRequest(null, null))).IsDone);
        Assert.Equal(1, await RowsAsync(report));
        await _made.SubmitAsync(report);
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, finding.Lift!, SealedSide.Other));
        Assert.Equal(ClearanceResult.Done, await _made.ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        Assert.Equal(["Public knowledge: fewer than five decisions"], Annex(await _made.NewestAsync()));
        Assert.Equal("some FiveToNine", await side.ScalarAsync<string>($"SELECT rungs || ' ' || band FROM record.claim WHERE report_id = '{report.Id}'"));
    }

    [Fact]
    public async Task StrongerWording_OfOneVoiceAGroupOrAFrozenRound_IsNotForASecondPerson()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("It was also raised that **larger letters** help.", AttributionLadder.AlsoRaised, _made.Excerpts.Take(1));
        var why = new LiftRequest(LiftReason.Other, Why);
        foreach (var (rung, voices) in new[] { (AttributionLadder.Some, 1), (AttributionLadder.AFew, 1), (AttributionLadder.One, 3), (AttributionLadder.GroupPrefix + "companies", 3), (AttributionLadder.Tension, 3), ("unheard-of", 3) })
            Assert.Equal(DraftResult.WordingTooStrong, (await _made.ChangeAsync("letters", "They asked for **larger letters**.", rung, _made.Excerpts.Take(voices), why)).Result);
        Assert.Equal(0, await RowsAsync(report));

        Assert.True((await _made.ChangeAsync("letters", "Many participants asked for **larger letters**.", AttributionLadder.Many, _made.Excerpts.Take(3), why)).IsDone);
        Assert.NotNull((await _made.FindAsync(FindingKind.WordingTooStrong)).Lift);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_made.Window.Id, default)));
        Assert.Null((await _made.FindAsync(FindingKind.WordingTooStrong)).Lift);
        Assert.Null((await _made.FindAsync(FindingKind.PhraseInText)).Lift);
        Assert.Equal(ClearanceResult.Blocked, await _made.SubmitAsync(report));
    }

    [Fact]
    public async Task SingleVoice_OfAFrozenRound_StillNeedsTheSecondPerson()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_made.Window.Id, default)));
        Assert.True((await _made.FindAsync(FindingKind.SingleVoice)).IsOpen);
        await AskAsync(FindingKind.SingleVoice);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(report));
    }

    [Fact]
    public async Task PointsOfFew_ThatComeOrGo_CanBeLiftedAndAPhraseThatChangedCannot()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync("A few participants asked for **larger letters**.", AttributionLadder.AFew, _made.Excerpts.Take(2));
        Assert.True((await _made.AddAsync(report, Some, AttributionLadder.Some, _made.Excerpts)).IsDone);
        await _made.SubmitAsync(report);
        await _made.ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(report));
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
        var next = await _made.NewestAsync();
        Assert.True((await _made.NoteAsync(next, "A point was changed.")).IsDone);
        await _made.RemoveAsync("letters");
        Assert.True((await _made.AddAsync(next, "A few participants asked for **a table of contents**.", AttributionLadder.AFew, _made.Excerpts.Skip(3))).IsDone);
        await _made.ChangeAsync("shorter", "Participants asked for **a shorter paper**.", AttributionLadder.AFew, _made.Excerpts.Take(4));
        Assert.Null((await _made.FindAsync(FindingKind.PhraseChanged)).Lift);
        await _made.ChangeAsync("shorter", Some, AttributionLadder.Some, _made.Excerpts);
        var vanished = await AskAsync(FindingKind.PointVanished, LiftReason.NobodyRecognised);
        var appeared = await AskAsync(FindingKind.PointAppeared, LiftReason.NobodyRecognised);
        Assert.Equal(ClearanceResult.Done, await _made.SubmitAsync(next));
        await AgreeAsync(next, vanished, SealedSide.Other);
        Assert.Equal(ClearanceResult.NotAgreed, await _made.ClearAsync(next));
        await AgreeAsync(next, appeared, SealedSide.Other);
        await _made.ClearAsync(next);
        Assert.Equal(ClearanceResult.Done, await _made.PublishAsync(next));
        Assert.Equal(["Nobody can be recognised by it: fewer than five decisions"], Annex(await _made.NewestAsync()));

        // In the next version the point of the first is missing still: asked for with the words that were agreed to, and not agreed.
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
        var third = await _made.FindAsync(FindingKind.PointVanished);
        Assert.Equal((vanished, false, Why), (third.Lift, third.Lifting!.IsAgreed, third.Lifting.Reason));
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.PointAppeared);
    }

    [Fact]
    public async Task NextVersion_CopiesWhatWasAgreedToAsARequest()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await _made.SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        await _made.ClearAsync(report);
        await _made.PublishAsync(report);
        Assert.Equal(ClearanceResult.Done, await _made.CorrectAsync());
        var copied = await _made.FindAsync(FindingKind.SingleVoice);
        Assert.Equal((key, false), (copied.Lift, copied.Lifting!.IsAgreed));
        // The published version keeps its own.
        Assert.True(await side.ScalarAsync<bool>($"SELECT is_agreed FROM record.lifting WHERE report_id = '{report.Id}'"));
    }

    /// <summary>Reasons of the team may repeat what they are about: their words go with the original texts, and that there was one stays.</summary>
    [Fact]
    public async Task Erasure_OfTheTexts_TakesTheReasonsWords()
    {
        await _made.BeginAsync(5);
        var report = await _made.CompleteAsync(One, AttributionLadder.One, _made.Excerpts.Take(1));
        var evidence = _made.Excerpts.Skip(1).Take(3).ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main);
        evidence.Add(_made.Excerpts[4], EvidenceWeight.Contrary);
        var draft = DraftedReport.Draft("A few participants asked for **a shorter paper**.", AttributionLadder.AFew, []) with { Evidence = evidence, ContraryReason = "It says that the paper is too long." };
        Assert.True((await _made.AddAsync(report, draft)).IsDone);
        var theme = await side.ThemeAsync(_made.Consultation.Id, "left out");
        var left = await side.CodeAsync(_made.Consultation.Id, _made.Inputs[3], theme);
        Assert.True((await side.AskAsync<PassageCoverage, DraftOutcome>(coverage => coverage.SetAsideAsync(report.Id, [left], PassageReason.Other, "Too long, says text 3.", SealedSide.Coder, default))).IsDone);
        await AskAsync(FindingKind.SingleVoice);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.ContraryUntold);
        // Reasons alone are enough to be erased: nothing was set aside or hidden here.
        Assert.False(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_made.Window.Id, default)));
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(_made.Window.Id, default)));
        Assert.True(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_made.Window.Id, default)));
        Assert.Equal("", await side.ScalarAsync<string>($"SELECT reason FROM record.lifting WHERE report_id = '{report.Id}'"));
        Assert.Equal(LiftReason.Other, (await _made.FindAsync(FindingKind.SingleVoice)).Lifting!.Category);
        Assert.Equal((int)PassageReason.Other, await side.ScalarAsync<int>($"SELECT reason FROM record.set_aside_passage WHERE excerpt_id = '{left}' AND words = ''"));
        var point = DraftedReport.Point(await _made.NewestAsync(), "a shorter paper");
        Assert.Equal("", point.ContraryReason);
        // It was given, so nobody is asked for it again, nor when the point is saved as it is.
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.ContraryUntold);
        Assert.True((await _made.ChangeAsync(point.Id, draft with { ContraryReason = "" })).IsDone);
        Assert.DoesNotContain(await _made.FindingsAsync(), finding => finding.Kind == FindingKind.ContraryUntold);
    }

    [Fact]
    public void LiftRule_OfEveryKind_IsDecided()
    {
        FindingKind[] liftable =
        [
            FindingKind.WordingTooStrong, FindingKind.PhraseInText, FindingKind.SingleVoice, FindingKind.UniqueRole, FindingKind.GroupWord, FindingKind.UnlistedQuantifier, FindingKind.PhraseBeyondChoice,
            FindingKind.SpeakersTrait, FindingKind.Pronoun, FindingKind.OfferBesideView, FindingKind.PointAppeared, FindingKind.PointVanished, FindingKind.Recognised,
        ];
        Assert.Equal(liftable.Order(), Enum.GetValues<FindingKind>().Where(LiftRule.MayBeLifted).Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("17-")]
    [InlineData("-abc")]
    [InlineData("999-0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("17-000000000000000000000000000000000000000000000000000000000000000G")]
    [InlineData("+17-0000000000000000000000000000000000000000000000000000000000000000")]
    public void LiftKey_OfAnythingElse_IsNone(string? text) => Assert.Null(LiftKey.Read(text));

    [Fact]
    public void LiftKey_WrittenAndRead_IsTheSame()
    {
        var key = LiftKey.Of(FindingKind.SingleVoice, "a", null);
        Assert.Equal(key, LiftKey.Read(key.ToString()));
        Assert.NotEqual(key, LiftKey.Of(FindingKind.SingleVoice, "a", ""));
        Assert.NotEqual(key, LiftKey.Of(FindingKind.SingleVoice, "a"));
        Assert.NotEqual(key, LiftKey.Of(FindingKind.Pronoun, "a", null));
    }

    /// <summary>The annex in every language: in bands, of which the lowest is the same for one decision and for four, with its words, without a place left open, and nothing in it that a check stops at.</summary>
    [Theory]
    [InlineData("en", "ten or more decisions", "five to nine decisions", "fewer than five decisions")]
    [InlineData("fr", "dix décisions ou plus", "de cinq à neuf décisions", "moins de cinq décisions")]
    [InlineData("es", "diez decisiones o más", "de cinco a nueve decisiones", "menos de cinco decisiones")]
    [InlineData("ru", "десять решений или более", "от пяти до девяти решений", "менее пяти решений")]
    [InlineData("ar", "عشرة قرارات أو أكثر", "من خمسة إلى تسعة قرارات", "أقل من خمسة قرارات")]
    [InlineData("zh", "十项或更多决定", "五至九项决定", "不足五项决定")]
    public void Annex_InEveryLanguage_TellsDecisionsInBands(string language, string most, string more, string few)
    {
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = Guid.NewGuid(), WindowId = Guid.NewGuid(), Language = language, Title = "-", EventLine = "-" };
        report.Sections.Add(new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.Participants, Heading = "-", Order = 1 });
        Finding Lifted(LiftReason category, byte hash) => new(FindingKind.UniqueRole, true)
        {
            Lifting = new Lifting { ReportId = report.Id, Kind = FindingKind.UniqueRole, Hash = [hash], Category = category, Reason = Why, IsAgreed = true },
        };
        var numbers = new Dictionary<LiftReason, int> { [LiftReason.Other] = 10, [LiftReason.NobodyRecognised] = 5, [LiftReason.PublicByOffice] = 1, [LiftReason.ForumNotSpeaker] = 4 };
        var lifted = numbers.SelectMany(category => Enumerable.Range(0, category.Value).Select(number => Lifted(category.Key, (byte)((int)category.Key * 20 + number)))).ToList();
        // The same decision on two places counts once.
        DisclosureDecisions.AddTo(report, [.. lifted, lifted[^1]]);
        var annex = report.Sections.Single(section => section.Kind == SectionKind.DisclosureDecisions);
        Assert.Equal((1, 2), (annex.Order, report.Sections.Single(section => section.Kind == SectionKind.Participants).Order));
        var list = Assert.Single(annex.Blocks);
        var lines = list.Statements.ConvertAll(line => line.Text);
        Assert.Equal(4, lines.Count);
        foreach (var (line, number) in lines.Zip([few, few, more, most])) Assert.EndsWith(number, line, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsAsciiDigit));
        Assert.All(list.Statements.Select(line => line.Text).Append(list.Introduction).Append(annex.Heading), text => Assert.DoesNotContain('{', text!));
        Assert.All(list.Statements, line => Assert.DoesNotContain("letters", line.Text, StringComparison.Ordinal));
        var claims = new SupportedClaims(new Dictionary<Guid, PointBacking>(), null, new HashSet<Guid>());
        Assert.Empty(ReportLint.Find(new LintedReport(report, _made.Consultation, LintSources.Nobody, [], claims)));
    }

    private async Task<LiftKey> AskAsync(FindingKind kind, LiftReason category = LiftReason.Other)
    {
        var key = (await _made.FindAsync(kind)).Lift!;
        Assert.Equal(LiftResult.Done, await AskAsync(await _made.NewestAsync(), key, category, Why));
        return key;
    }

    private Task<LiftResult> AskAsync(SummaryReport report, LiftKey key, LiftReason? category, string? reason) => side.AskAsync<Liftings, LiftResult>(liftings =>
        liftings.AskAsync(report.Id, key, new LiftRequest(category, reason), _made.Consultation, LintSources.Nobody, SealedSide.Coder, default));

    private Task<LiftResult> TakeBackAsync(SummaryReport report, LiftKey key) => side.AskAsync<Liftings, LiftResult>(liftings => liftings.TakeBackAsync(report.Id, key, default));

    private Task<LiftResult> AgreeAsync(SummaryReport report, LiftKey key, StaffId by) =>
        side.AskAsync<Liftings, LiftResult>(liftings => liftings.AgreeAsync(report.Id, key, _made.Consultation, LintSources.Nobody, by, default));

    private Task<LiftResult> RefuseAsync(SummaryReport report, LiftKey key, StaffId by) => side.AskAsync<Liftings, LiftResult>(liftings => liftings.RefuseAsync(report.Id, key, by, default));

    private async Task<int> RowsAsync(SummaryReport report) => (int)await side.ScalarAsync<long>($"SELECT count(*) FROM record.lifting WHERE report_id = '{report.Id}'");

    private static IEnumerable<string> Annex(SummaryReport report) => report.Sections.Single(section => section.Kind == SectionKind.DisclosureDecisions).Blocks.Single().Statements.Select(statement => statement.Text);
}
