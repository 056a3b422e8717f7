using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;
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
    private static readonly string[] Labels = ["The project team", "UN Human Rights"];

    private readonly Consultation _consultation = InventedConsultation.New();
    private CommentWindow _window = null!;
    private IReadOnlyList<Guid> _inputs = [];
    private IReadOnlyList<Guid> _excerpts = [];
    private int _number;

    [Fact]
    public async Task SingleVoice_AskedForAndAgreedTo_IsPublishedWithACountedDecision()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        Assert.True((await FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.Equal(ClearanceResult.Blocked, await SubmitAsync(report));

        var key = await AskAsync(FindingKind.SingleVoice, LiftReason.NobodyRecognised);
        Assert.False((await FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(report));
        Assert.Equal(ClearanceResult.NotAgreed, await ClearAsync(report));
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.Done, await ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));

        var published = (await ReportAsync())!;
        var annex = published.Sections.Single(section => section.Kind == SectionKind.DisclosureDecisions);
        Assert.Equal([annex.Order, annex.Order + 1], published.Sections.OrderBy(section => section.Order).TakeLast(2).Select(section => section.Order));
        Assert.Equal(SectionKind.Participants, published.Sections.MaxBy(section => section.Order)!.Kind);
        Assert.Equal(["Nobody can be recognised by it: fewer than five decisions"], annex.Blocks.Single().Statements.Select(statement => statement.Text));
        var said = string.Join('\n', annex.Blocks.Single().Statements.Select(statement => statement.Text).Append(annex.Blocks.Single().Introduction));
        Assert.DoesNotContain("letters", said, StringComparison.Ordinal);
        Assert.Equal(published.ContentHash, ReportContent.Hash(published));
        // No check finds anything in it afterwards, and the next version begins without it.
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.SectionId == annex.Id);
        await BeginNextAsync();
        var next = (await ReportAsync())!;
        Assert.DoesNotContain(next.Sections, section => section.Kind == SectionKind.DisclosureDecisions);
        Assert.Equal(Enumerable.Range(1, next.Sections.Count), next.Sections.Select(section => section.Order).Order());
    }

    [Fact]
    public async Task Publish_NothingLifted_HasNoAnnex()
    {
        await StartAsync();
        var report = await CompleteAsync(Some, AttributionLadder.Some, _excerpts);
        await SubmitAsync(report);
        await ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
        Assert.DoesNotContain((await ReportAsync())!.Sections, section => section.Kind == SectionKind.DisclosureDecisions);
    }

    [Fact]
    public async Task Ask_WithoutReasonOrAtTheWrongTime_IsRefusedAndWritesNothing()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        var key = (await FindAsync(FindingKind.SingleVoice)).Lift!;
        Assert.Equal(LiftResult.CategoryMissing, await AskAsync(report, key, null, Why));
        Assert.Equal(LiftResult.CategoryMissing, await AskAsync(report, key, (LiftReason)99, Why));
        foreach (var reason in new[] { null, "", "  Nineteen letters.   ", new string('x', Lifting.LongestReason + 1) })
            Assert.Equal(LiftResult.ReasonLength, await AskAsync(report, key, LiftReason.Other, reason));
        Assert.Equal(LiftResult.NotThere, await side.AskAsync<Liftings, LiftResult>(liftings => liftings.AskAsync(Guid.NewGuid(), key, new LiftRequest(LiftReason.Other, Why), _consultation, LintSources.Nobody, SealedSide.Coder, default)));
        Assert.Equal(LiftResult.NotNow, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(LiftResult.NotThere, await TakeBackAsync(report, key));
        Assert.Equal(0, await RowsAsync(report));

        Assert.Equal(LiftResult.Done, await AskAsync(report, key, LiftReason.Other, new string('x', Lifting.LongestReason)));
        Assert.Equal(LiftResult.AskedAlready, await AskAsync(report, key, LiftReason.Other, Why));
        // Taken back, asked again.
        Assert.Equal(LiftResult.Done, await TakeBackAsync(report, key));
        Assert.Equal(ClearanceResult.Blocked, await SubmitAsync(report));
        Assert.Equal(LiftResult.Done, await AskAsync(report, key, LiftReason.Other, Why));
        await SubmitAsync(report);
        Assert.Equal(LiftResult.NotNow, await TakeBackAsync(report, key));
        Assert.Equal(LiftResult.NotNow, await AskAsync(report, key, LiftReason.Other, Why));
    }

    /// <summary>Names, verbatim words and matters of form: whatever key a form is made to post, nothing is asked.</summary>
    [Fact]
    public async Task Ask_WhatNobodyCanLift_IsRefusedWhateverIsPosted()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        await AddAsync(report, "It was also raised that **all participants agreed** and wrote to help@example.org.", AttributionLadder.AlsoRaised, _excerpts.Take(1));
        var single = (await FindAsync(FindingKind.SingleVoice)).Lift!;
        var findings = await FindingsAsync();
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
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        await TakeBackAsync(report);
        // What was agreed to stands as long as nothing is changed.
        Assert.True((await FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        foreach (var (text, excerpts) in new[] { ("One participant asked for **much larger letters**.", _excerpts.Take(1)), (One, _excerpts.Skip(1).Take(1)) })
        {
            Assert.True((await ChangeAsync(report, "letters", text, AttributionLadder.One, excerpts)).IsDone);
            Assert.True((await FindAsync(FindingKind.SingleVoice)).IsOpen);
            Assert.Equal(ClearanceResult.Blocked, await SubmitAsync(report));
        }
        // A request whose sentence is gone is seen and counted nowhere.
        Assert.True((await ChangeAsync(report, "letters", "It was also raised that **larger letters** would help.", AttributionLadder.AlsoRaised, _excerpts.Take(1))).IsDone);
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Lifting is not null);
        await SubmitAsync(report);
        Assert.Equal(LiftResult.NotThere, await AgreeAsync(report, key, SealedSide.Other));
        await ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
        Assert.DoesNotContain((await ReportAsync())!.Sections, section => section.Kind == SectionKind.DisclosureDecisions);
    }

    [Fact]
    public async Task Agree_ByAnEditor_IsImpossibleBeforeAndAfter()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        // Whoever asks is an editor from then on.
        var key = (await FindAsync(FindingKind.SingleVoice)).Lift!;
        Assert.Equal(LiftResult.Done, await side.AskAsync<Liftings, LiftResult>(liftings => liftings.AskAsync(report.Id, key, new LiftRequest(LiftReason.Other, Why), _consultation, LintSources.Nobody, Third, default)));
        await SubmitAsync(report);
        foreach (var editor in new[] { SealedSide.Coder, Third })
        {
            Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, editor));
            Assert.Equal(LiftResult.OwnWork, await RefuseAsync(report, key, editor));
        }
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, SealedSide.Other));

        // Edits by known editors leave it; the one who agreed and edits then takes their agreement along.
        await TakeBackAsync(report);
        await TitleAsync(report, SealedSide.Coder);
        Assert.True((await FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        await TitleAsync(report, SealedSide.Other);
        Assert.False((await FindAsync(FindingKind.SingleVoice)).Lifting!.IsAgreed);
        await SubmitAsync(report);
        Assert.Equal(LiftResult.OwnWork, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.OwnWork, await ClearAsync(report));
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, key, new StaffId(Guid.NewGuid())));
    }

    [Fact]
    public async Task Refuse_ARequestOrAnAgreement_StopsTheReportAgain()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        Assert.Equal(LiftResult.Done, await RefuseAsync(report, key, SealedSide.Other));
        Assert.Equal(LiftResult.NotThere, await AgreeAsync(report, key, SealedSide.Other));
        Assert.Equal(ClearanceResult.Blocked, await ClearAsync(report));
        Assert.Equal(0, await RowsAsync(report));
        Assert.Equal(ClearanceResult.Done, await side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SendBackAsync(report.Id, "Say it without how many.", SealedSide.Other, default)));
    }

    /// <summary>Somebody is invited to the round after the report was cleared, whose title stands in a sentence of it.</summary>
    [Fact]
    public async Task Publish_AFindingJoinsALiftedOne_IsRefused()
    {
        await StartAsync();
        var report = await CompleteAsync("It was also raised that **the only regulator** and a director of research should read it.", AttributionLadder.AlsoRaised, _excerpts.Take(1));
        var key = await AskAsync(FindingKind.UniqueRole, LiftReason.FalseAlarm);
        await SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        Assert.Equal(ClearanceResult.Done, await ClearAsync(report));
        var titled = new LintSources(new NamesInText([], []), new NamesInText([], []), ["Director of Research"], []);
        Assert.Equal(ClearanceResult.Blocked, await PublishAsync(report, titled));
        Assert.Equal(ReportStatus.Cleared, (await ReportAsync())!.Status);
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
        Assert.Equal(["A false alarm of the check: fewer than five decisions"], Annex((await ReportAsync())!));
    }

    /// <summary>"One participant" never bears what tells of the speaker, whoever agrees.</summary>
    [Fact]
    public async Task OneParticipant_WithARoleOrAGroup_CannotBeLifted()
    {
        await StartAsync();
        var report = await CompleteAsync("One participant from Kenya asked for **larger letters**.", AttributionLadder.One, _excerpts.Take(1));
        Assert.NotNull((await FindAsync(FindingKind.SingleVoice)).Lift);
        Assert.Null((await FindAsync(FindingKind.SpeakersTrait)).Lift);
        await ChangeAsync(report, "letters", "One company asked for **larger letters**.", AttributionLadder.AlsoRaised, _excerpts.Take(1));
        Assert.Null((await FindAsync(FindingKind.GroupWord)).Lift);
        // Written into the sentence alone, one voice is one voice.
        await ChangeAsync(report, "letters", One, AttributionLadder.AlsoRaised, _excerpts.Take(1));
        Assert.True((await FindAsync(FindingKind.SingleVoice)).IsOpen);
        Assert.True((await FindAsync(FindingKind.PhraseBeyondChoice)).IsOpen);
    }

    [Fact]
    public async Task StrongerWording_WithAReason_GoesInAskedForAndIsToldAsPublished()
    {
        await StartAsync();
        var report = await CompleteAsync("A few participants asked for **larger letters**.", AttributionLadder.AFew, _excerpts.Take(3));
        const string stronger = "Some participants asked for **larger letters**.";
        Assert.Equal(DraftResult.WordingTooStrong, (await ChangeAsync(report, "letters", stronger, AttributionLadder.Some, _excerpts.Take(3))).Result);
        Assert.Equal(DraftResult.LiftReasonMissing, (await ChangeAsync(report, "letters", stronger, AttributionLadder.Some, _excerpts.Take(3), new LiftRequest(LiftReason.Other, "Too short"))).Result);
        Assert.True((await ChangeAsync(report, "letters", stronger, AttributionLadder.Some, _excerpts.Take(3), new LiftRequest(LiftReason.PublicKnowledge, Why))).IsDone);
        var finding = await FindAsync(FindingKind.WordingTooStrong);
        Assert.Equal(LiftReason.PublicKnowledge, finding.Lifting!.Category);
        // What the sentence says is the same question.
        Assert.Equal(finding.Lift, (await FindAsync(FindingKind.PhraseInText)).Lift);
        Assert.False((await FindAsync(FindingKind.PhraseInText)).IsOpen);
        // Saved again as it is, nothing is asked for again.
        Assert.True((await ChangeAsync(report, "letters", stronger, AttributionLadder.Some, _excerpts.Take(3), new LiftRequest(null, null))).IsDone);
        Assert.Equal(1, await RowsAsync(report));
        await SubmitAsync(report);
        Assert.Equal(LiftResult.Done, await AgreeAsync(report, finding.Lift!, SealedSide.Other));
        Assert.Equal(ClearanceResult.Done, await ClearAsync(report));
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
        Assert.Equal(["Public knowledge: fewer than five decisions"], Annex((await ReportAsync())!));
        Assert.Equal("some FiveToNine", await side.ScalarAsync<string>($"SELECT rungs || ' ' || band FROM record.claim WHERE report_id = '{report.Id}'"));
    }

    [Fact]
    public async Task StrongerWording_OfOneVoiceAGroupOrAFrozenRound_IsNotForASecondPerson()
    {
        await StartAsync();
        var report = await CompleteAsync("It was also raised that **larger letters** help.", AttributionLadder.AlsoRaised, _excerpts.Take(1));
        var why = new LiftRequest(LiftReason.Other, Why);
        foreach (var (rung, voices) in new[] { (AttributionLadder.Some, 1), (AttributionLadder.AFew, 1), (AttributionLadder.One, 3), (AttributionLadder.GroupPrefix + "companies", 3), (AttributionLadder.Tension, 3), ("unheard-of", 3) })
            Assert.Equal(DraftResult.WordingTooStrong, (await ChangeAsync(report, "letters", "They asked for **larger letters**.", rung, _excerpts.Take(voices), why)).Result);
        Assert.Equal(0, await RowsAsync(report));

        Assert.True((await ChangeAsync(report, "letters", "Many participants asked for **larger letters**.", AttributionLadder.Many, _excerpts.Take(3), why)).IsDone);
        Assert.NotNull((await FindAsync(FindingKind.WordingTooStrong)).Lift);
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        Assert.Null((await FindAsync(FindingKind.WordingTooStrong)).Lift);
        Assert.Null((await FindAsync(FindingKind.PhraseInText)).Lift);
        Assert.Equal(ClearanceResult.Blocked, await SubmitAsync(report));
    }

    [Fact]
    public async Task SingleVoice_OfAFrozenRound_StillNeedsTheSecondPerson()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        Assert.True(await side.AskAsync<Freezing, bool>(freezing => freezing.FreezeAsync(_window.Id, default)));
        Assert.True((await FindAsync(FindingKind.SingleVoice)).IsOpen);
        await AskAsync(FindingKind.SingleVoice);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(report));
    }

    [Fact]
    public async Task PointsOfFew_ThatComeOrGo_CanBeLiftedAndAPhraseThatChangedCannot()
    {
        await StartAsync();
        var report = await CompleteAsync("A few participants asked for **larger letters**.", AttributionLadder.AFew, _excerpts.Take(2));
        await AddAsync(report, Some, AttributionLadder.Some, _excerpts);
        await SubmitAsync(report);
        await ClearAsync(report);
        Assert.Equal(ClearanceResult.Done, await PublishAsync(report));
        await BeginNextAsync();
        var next = (await ReportAsync())!;
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeCorrectionNoteAsync(next.Id, "A point was changed.", SealedSide.Coder, default))).IsDone);
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.RemoveStatementAsync(next.Id, Point(next, "letters").Id, SealedSide.Coder, default))).IsDone);
        await AddAsync(next, "A few participants asked for **a table of contents**.", AttributionLadder.AFew, _excerpts.Skip(3));
        await ChangeAsync(next, "shorter", "Participants asked for **a shorter paper**.", AttributionLadder.AFew, _excerpts.Take(4));
        Assert.Null((await FindAsync(FindingKind.PhraseChanged)).Lift);
        await ChangeAsync(next, "shorter", Some, AttributionLadder.Some, _excerpts);
        var vanished = await AskAsync(FindingKind.PointVanished, LiftReason.NobodyRecognised);
        var appeared = await AskAsync(FindingKind.PointAppeared, LiftReason.NobodyRecognised);
        Assert.Equal(ClearanceResult.Done, await SubmitAsync(next));
        await AgreeAsync(next, vanished, SealedSide.Other);
        Assert.Equal(ClearanceResult.NotAgreed, await ClearAsync(next));
        await AgreeAsync(next, appeared, SealedSide.Other);
        await ClearAsync(next);
        Assert.Equal(ClearanceResult.Done, await PublishAsync(next));
        Assert.Equal(["Nobody can be recognised by it: fewer than five decisions"], Annex((await ReportAsync())!));

        // In the next version the point of the first is missing still: asked for with the words that were agreed to, and not agreed.
        await BeginNextAsync();
        var third = await FindAsync(FindingKind.PointVanished);
        Assert.Equal((vanished, false, Why), (third.Lift, third.Lifting!.IsAgreed, third.Lifting.Reason));
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.PointAppeared);
    }

    [Fact]
    public async Task NextVersion_CopiesWhatWasAgreedToAsARequest()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        var key = await AskAsync(FindingKind.SingleVoice);
        await SubmitAsync(report);
        await AgreeAsync(report, key, SealedSide.Other);
        await ClearAsync(report);
        await PublishAsync(report);
        await BeginNextAsync();
        var copied = await FindAsync(FindingKind.SingleVoice);
        Assert.Equal((key, false), (copied.Lift, copied.Lifting!.IsAgreed));
        // The published version keeps its own.
        Assert.True(await side.ScalarAsync<bool>($"SELECT is_agreed FROM record.lifting WHERE report_id = '{report.Id}'"));
    }

    /// <summary>A reason may repeat what it is about: it goes with the original texts.</summary>
    [Fact]
    public async Task Erasure_OfTheTexts_TakesTheReasonsWords()
    {
        await StartAsync();
        var report = await CompleteAsync(One, AttributionLadder.One, _excerpts.Take(1));
        await AskAsync(FindingKind.SingleVoice);
        Assert.NotNull(await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(_window.Id, default)));
        Assert.Equal("", await side.ScalarAsync<string>($"SELECT reason FROM record.lifting WHERE report_id = '{report.Id}'"));
        Assert.Equal(LiftReason.Other, (await FindAsync(FindingKind.SingleVoice)).Lifting!.Category);
    }

    [Fact]
    public void LiftRule_OfEveryKind_IsDecided()
    {
        FindingKind[] liftable =
        [
            FindingKind.WordingTooStrong, FindingKind.PhraseInText, FindingKind.SingleVoice, FindingKind.UniqueRole, FindingKind.GroupWord, FindingKind.UnlistedQuantifier, FindingKind.PhraseBeyondChoice,
            FindingKind.SpeakersTrait, FindingKind.Pronoun, FindingKind.OfferBesideView, FindingKind.PointAppeared, FindingKind.PointVanished,
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
        Assert.Empty(ReportLint.Find(new LintedReport(report, _consultation, LintSources.Nobody, [], claims)));
    }

    // Five companies ask for a shorter paper on area 1.
    private async Task StartAsync()
    {
        var theme = await side.ThemeAsync(_consultation.Id, "length");
        (var window, _inputs) = await side.WindowAsync([.. Enumerable.Range(0, 5).Select(number => new SealedSide.Voice("companies", (1, $"The paper is too long, says text {number}.")))]);
        var excerpts = new List<Guid>();
        foreach (var input in _inputs) excerpts.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _excerpts = excerpts;
        _window = InventedConsultation.Window(_consultation, window);
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, _window, Language.English, SealedSide.Coder, default));
    }

    // A report of one point, in which nothing is found but what that point gives away.
    private async Task<SummaryReport> CompleteAsync(string text, string attribution, IEnumerable<Guid> excerpts)
    {
        var report = (await ReportAsync())!;
        await AddAsync(report, text, attribution, excerpts);
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.OverarchingMessages || section.FocusAreaNumber == 2))
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                report.Id, new StatementPlace(section.Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default))).IsDone);
        return report;
    }

    private async Task AddAsync(SummaryReport report, string text, string attribution, IEnumerable<Guid> excerpts)
    {
        var outcome = await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(report.Sections.Single(section => section.FocusAreaNumber == 1).Id), Draft(text, attribution, excerpts, null), Labels, SealedSide.Coder, default));
        Assert.Equal(DraftResult.Done, outcome.Result);
    }

    private async Task<DraftOutcome> ChangeAsync(SummaryReport report, string about, string text, string attribution, IEnumerable<Guid> excerpts, LiftRequest? stronger = null)
    {
        var point = Point((await ReportAsync())!, about);
        return await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeKeyPointAsync(report.Id, point.Id, Draft(text, attribution, excerpts, stronger), null, Labels, SealedSide.Coder, default));
    }

    private static KeyPoint Point(SummaryReport report, string about) => report.Statements().OfType<KeyPoint>().Single(point => point.Text.Contains(about, StringComparison.Ordinal));

    private static KeyPointDraft Draft(string text, string attribution, IEnumerable<Guid> excerpts, LiftRequest? stronger) => new()
    {
        Text = text,
        Attribution = attribution,
        Stronger = stronger,
        Stance = Stance.Concern,
        Evidence = excerpts.ToDictionary(excerpt => excerpt, _ => EvidenceWeight.Main),
    };

    private async Task TitleAsync(SummaryReport report, StaffId by) =>
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.ChangeTitleAsync(report.Id, "Summary Report", "Written comments", by, default))).IsDone);

    private async Task<LiftKey> AskAsync(FindingKind kind, LiftReason category = LiftReason.Other)
    {
        var key = (await FindAsync(kind)).Lift!;
        Assert.Equal(LiftResult.Done, await AskAsync((await ReportAsync())!, key, category, Why));
        return key;
    }

    private Task<LiftResult> AskAsync(SummaryReport report, LiftKey key, LiftReason? category, string? reason) => side.AskAsync<Liftings, LiftResult>(liftings =>
        liftings.AskAsync(report.Id, key, new LiftRequest(category, reason), _consultation, LintSources.Nobody, SealedSide.Coder, default));

    private Task<LiftResult> TakeBackAsync(SummaryReport report, LiftKey key) => side.AskAsync<Liftings, LiftResult>(liftings => liftings.TakeBackAsync(report.Id, key, default));

    private Task<LiftResult> AgreeAsync(SummaryReport report, LiftKey key, StaffId by) =>
        side.AskAsync<Liftings, LiftResult>(liftings => liftings.AgreeAsync(report.Id, key, _consultation, LintSources.Nobody, by, default));

    private Task<LiftResult> RefuseAsync(SummaryReport report, LiftKey key, StaffId by) => side.AskAsync<Liftings, LiftResult>(liftings => liftings.RefuseAsync(report.Id, key, by, default));

    private async Task<int> RowsAsync(SummaryReport report) => (int)await side.ScalarAsync<long>($"SELECT count(*) FROM record.lifting WHERE report_id = '{report.Id}'");

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = (await ReportAsync())!;
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
    }

    private async Task<Finding> FindAsync(FindingKind kind) => Assert.Single(await FindingsAsync(), finding => finding.Kind == kind);

    private static IEnumerable<string> Annex(SummaryReport report) => report.Sections.Single(section => section.Kind == SectionKind.DisclosureDecisions).Blocks.Single().Statements.Select(statement => statement.Text);

    private Task<SummaryReport?> ReportAsync() => side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default));

    private Task<ClearanceResult> SubmitAsync(SummaryReport report) => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.SubmitAsync(report.Id, _consultation, LintSources.Nobody, default));

    private Task<ClearanceResult> TakeBackAsync(SummaryReport report) => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.TakeBackAsync(report.Id, default));

    private Task<ClearanceResult> ClearAsync(SummaryReport report) => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.ClearAsync(report.Id, _consultation, LintSources.Nobody, SealedSide.Other, default));

    private Task<ClearanceResult> PublishAsync(SummaryReport report, LintSources? sources = null) => side.AskAsync<ReportClearance, ClearanceResult>(clearance =>
        clearance.PublishAsync(report.Id, _consultation, sources ?? LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default));

    private async Task BeginNextAsync() => Assert.Equal(ClearanceResult.Done, await side.AskAsync<Corrections, ClearanceResult>(corrections => corrections.BeginAsync(_number, SealedSide.Coder, default)));
}
