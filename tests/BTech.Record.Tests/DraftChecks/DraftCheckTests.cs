using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.DraftChecks;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.DraftChecks;

/// <summary>The participants' check of a draft: one code for all, answers locked until the day, and what a recognised sentence keeps from the public.</summary>
public sealed class DraftCheckTests : IAsyncLifetime
{
    private const string Sentence = "A few participants asked for a shorter paper.";

    private static readonly string[] Labels = ["The project team"];

    private readonly SealedSide side = new();
    private readonly Consultation _consultation = InventedConsultation.New();
    private Guid _window;
    private int _number;

    public async ValueTask InitializeAsync()
    {
        await side.InitializeAsync();
        var theme = await side.ThemeAsync(_consultation.Id, "Length of papers");
        (_window, var inputs) = await side.WindowAsync(Enumerable.Range(0, 4).Select(number => new SealedSide.Voice("companies", (1, $"A text of its own, {number}."))));
        var passages = new List<Guid>();
        foreach (var input in inputs) passages.Add(await side.CodeAsync(_consultation.Id, input, theme));
        _number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(_consultation, InventedConsultation.Window(_consultation, _window), Language.English, SealedSide.Coder, default));
        var report = await ReportAsync();
        var draft = new KeyPointDraft { Text = "A few participants asked for **a shorter paper**. They gave reasons.", Attribution = AttributionLadder.AFew, Stance = Stance.Concern, Evidence = passages.ToDictionary(one => one, _ => EvidenceWeight.Main) };
        Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(
            report.Id, new StatementPlace(report.Sections.Single(section => section.FocusAreaNumber == 1).Id), draft, Labels, SealedSide.Coder, default))).IsDone);
        await StatusAsync(ReportStatus.Cleared);
    }

    public ValueTask DisposeAsync() => side.DisposeAsync();

    [Fact]
    public async Task Begin_AClearedVersion_HasOneCodeAndEquallyManyBoxes()
    {
        Assert.Equal(CheckResult.DaysOutOfRange, await BeginAsync(CheckDays.Fewest - 1));
        Assert.Equal(CheckResult.DaysOutOfRange, await BeginAsync(CheckDays.Most + 1));
        await StatusAsync(ReportStatus.InReview);
        Assert.Equal(CheckResult.NotNow, await BeginAsync());
        await StatusAsync(ReportStatus.Cleared);
        Assert.Equal(CheckResult.Done, await BeginAsync());
        Assert.Equal(CheckResult.NotNow, await BeginAsync());
        Assert.Equal(512L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box WHERE octet_length(box) = 2048"));
        var check = await CheckAsync();
        Assert.Equal(check.Code, ReadingCode.Read(check.Code!.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        var draft = (await FindAsync(check.Code))!;
        Assert.True(draft.IsOpen);
        Assert.Null(await FindAsync("00000-00000-00000-00000"));
        Assert.Null(await FindAsync("no code"));
        await StatusAsync(ReportStatus.Draft);
        Assert.False((await FindAsync(check.Code))!.IsOpen);
        Assert.False((await FindAsync(check.Code))!.IsOver);
    }

    /// <summary>No answer comes out before the others do, and nobody can open one before.</summary>
    [Fact]
    public async Task Answer_IsLockedUntilTheDay_AndComesOutWithTheOthers()
    {
        await BeginAsync();
        var (check, number) = (await CheckAsync(), await NumberAsync());
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Recognisable));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Other, " Say ‘briefer’. "));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number + 1, AnswerKind.NotWhatWasSaid, "No reasons were given."));
        side.Clock.SetUtcNow(new DateTimeOffset(check.OutOn!.Value, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(-1));
        await ReleaseAsync();
        Assert.Empty(await AnswersAsync());
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_answer"));
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box WHERE encode(box, 'escape') LIKE '%briefer%'"));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Recognisable, "By the word."));

        side.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AnswerResult.NotNow, await AnswerAsync(number, AnswerKind.Recognisable));
        await ReleaseAsync();
        await ReleaseAsync();
        var answers = await AnswersAsync();
        Assert.Equal([Sentence, "They gave reasons."], answers.Select(one => one.Sentence));
        Assert.Equal([(AnswerKind.Recognisable, "By the word."), (AnswerKind.Recognisable, null), (AnswerKind.Other, (string?)"Say ‘briefer’.")], answers[0].Answers.OrderBy(one => one.Kind).ThenByDescending(one => one.Words is not null));
        Assert.True(answers[0].StillStands);
        Assert.Equal(DraftCheckState.Out, (await CheckAsync()).State);
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box"));
        Assert.Empty(await side.Batches.FindAsync((await ReportAsync()).Id, default));
    }

    /// <summary>One changed row would show which box was used, and when.</summary>
    [Fact]
    public async Task Answer_WritesEveryBoxAnew()
    {
        await BeginAsync();
        const string ids = "SELECT string_agg(id::text, ' ' ORDER BY id) FROM record.check_box";
        const string nonces = "SELECT string_agg(encode(substr(box, 1, 12), 'hex'), ' ' ORDER BY id) FROM record.check_box";
        var (idsBefore, noncesBefore) = (await side.ScalarAsync<string>(ids), await side.ScalarAsync<string>(nonces));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(await NumberAsync(), AnswerKind.Recognisable));
        Assert.Empty(idsBefore.Split(' ').Intersect((await side.ScalarAsync<string>(ids)).Split(' ')));
        Assert.Empty(noncesBefore.Split(' ').Intersect((await side.ScalarAsync<string>(nonces)).Split(' ')));
        Assert.Equal(1L, await side.ScalarAsync<long>("SELECT count(DISTINCT xmin::text) FROM record.check_box"));
        Assert.Equal(512L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box WHERE octet_length(box) = 2048"));
    }

    [Fact]
    public async Task Answer_WithoutWhatItNeeds_IsRefused()
    {
        await BeginAsync();
        var number = await NumberAsync();
        Assert.Equal(AnswerResult.KindMissing, await AnswerAsync(number, null, "words"));
        Assert.Equal(AnswerResult.KindMissing, await AnswerAsync(number, (AnswerKind)9, "words"));
        Assert.Equal(AnswerResult.WordsMissing, await AnswerAsync(number, AnswerKind.Other, "  "));
        Assert.Equal(AnswerResult.WordsMissing, await AnswerAsync(number, AnswerKind.NotWhatWasSaid));
        Assert.Equal(AnswerResult.WordsTooLong, await AnswerAsync(number, AnswerKind.Other, new string('字', DraftAnswers.LongestWords + 1)));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Other, new string('字', DraftAnswers.LongestWords)));
        // The end of a line is one character for whoever writes, and two on the way.
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Other, string.Concat(Enumerable.Repeat("a\r\n", 240)) + new string('a', 20)));
        Assert.Equal(AnswerResult.NotThere, await AnswerAsync(9999, AnswerKind.Recognisable));
        Assert.Equal(AnswerResult.NotThere, await side.AskAsync<DraftAnswers, AnswerResult>(answers => answers.AnswerAsync("00000-00000-00000-00000", number, AnswerKind.Recognisable, null, Guid.NewGuid(), default)));
        await StatusAsync(ReportStatus.Draft);
        Assert.Equal(AnswerResult.NotNow, await AnswerAsync(number, AnswerKind.Recognisable));
    }

    /// <summary>Sent twice, by a second press or because the answer to it was lost, it is one.</summary>
    [Fact]
    public async Task Answer_SentTwice_IsKeptOnce()
    {
        await BeginAsync();
        var (number, page) = (await NumberAsync(), Guid.NewGuid());
        for (var time = 0; time < 2; time++) Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Other, "Once.", page));
        Assert.All(await Task.WhenAll(AnswerAsync(number, AnswerKind.Other, "Mine."), AnswerAsync(number, AnswerKind.Other, "Yours.")), result => Assert.Equal(AnswerResult.Kept, result));
        // Changed before it was sent again, it is another: nothing is told to be kept that is not.
        foreach (var words in new[] { "First.", "Second." }) Assert.Equal(AnswerResult.Kept, await AnswerAsync(number + 1, AnswerKind.Other, words, page));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number + 1, AnswerKind.NotWhatWasSaid, "Second.", page));
        // Nobody needs to know how many said it.
        for (var time = 0; time < 3; time++) Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Recognisable));
        await EndAsync();
        Assert.Equal([(AnswerKind.NotWhatWasSaid, (string?)"Second."), (AnswerKind.Other, "First."), (AnswerKind.Other, "Second.")], (await AnswersAsync())[1].Answers.OrderBy(one => one.Kind).ThenBy(one => one.Words, StringComparer.Ordinal));
        Assert.Equal(["Mine.", "Once.", "Yours."], (await AnswersAsync())[0].Answers.Select(one => one.Words).OfType<string>().Order());
        Assert.Single((await AnswersAsync())[0].Answers, one => one.Kind == AnswerKind.Recognisable);
    }

    [Fact]
    public async Task Answer_NoBoxIsLeft_IsSaidAndNothingComesOut()
    {
        await BeginAsync();
        await side.ExecuteAsync("DELETE FROM record.check_box WHERE id NOT IN (SELECT id FROM record.check_box LIMIT 1)");
        var number = await NumberAsync();
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Recognisable));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(number, AnswerKind.Recognisable));
        Assert.Equal(AnswerResult.NoRoom, await AnswerAsync(number + 1, AnswerKind.Recognisable));
        Assert.Equal(AnswerResult.NoRoom, await AnswerAsync(number, AnswerKind.Other, "Words."));
        // Boxes that are missing may have held answers: nobody is told that there were none.
        await EndAsync();
        Assert.Equal(DraftCheckState.Running, (await CheckAsync()).State);
    }

    /// <summary>A key that is not there for a while loses nothing; one that is gone is for somebody who clears to decide on.</summary>
    [Fact]
    public async Task Release_TheKeyIsGone_KeepsTheBoxesUntilSomebodyDecides()
    {
        await BeginAsync();
        var (check, report, number) = (await CheckAsync(), await ReportAsync(), await NumberAsync());
        await side.Batches.DestroyAsync(report.Id, check.OutOn!.Value, default);
        Assert.Equal(AnswerResult.TryAgain, await AnswerAsync(number, AnswerKind.Recognisable));
        Assert.Equal(CheckResult.NotNow, await side.LeaveOutCheckAsync(report.Id));
        await EndAsync();
        Assert.Equal(DraftCheckState.Running, (await CheckAsync()).State);
        Assert.Equal(512L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box"));
        Assert.Equal(CheckResult.Done, await side.LeaveOutCheckAsync(report.Id));
        Assert.Equal(0L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box"));
    }

    /// <summary>Nobody gives up, in the minute before they come out, what was answered; boxes that stay closed though their key is there, after some days.</summary>
    [Fact]
    public async Task LeaveOut_TheKeyIsThere_WaitsForTheAnswers()
    {
        await BeginAsync();
        var (check, report) = (await CheckAsync(), await ReportAsync());
        await AnswerAsync(await NumberAsync(), AnswerKind.Recognisable);
        side.Clock.SetUtcNow(new DateTimeOffset(check.OutOn!.Value, TimeOnly.MinValue, TimeSpan.Zero));
        Assert.Equal(CheckResult.NotNow, await side.LeaveOutCheckAsync(report.Id));
        Assert.Equal(512L, await side.ScalarAsync<long>("SELECT count(*) FROM record.check_box"));
        side.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        Assert.Equal(CheckResult.NotNow, await side.LeaveOutCheckAsync(report.Id));
        side.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CheckResult.Done, await side.LeaveOutCheckAsync(report.Id));
    }

    /// <summary>What ails the key of one check keeps no other closed, and loses nobody's words.</summary>
    [Fact]
    public async Task Answer_AKeyThatCannotBeRead_KeepsNoOtherCheckClosed()
    {
        var other = new DraftedReport(side);
        await other.BeginAsync(5);
        var report = await other.NewestAsync();
        await side.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Cleared} WHERE number = {other.Number}");
        Assert.Equal(CheckResult.Done, await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, CheckDays.Usual, default)));
        await BeginAsync();
        side.Batches.Unreadable = report.Id;
        var code = (await side.AskAsync<Record.DraftChecks.DraftChecks, DraftCheck?>(checks => checks.FindAsync(report.Id, default)))!.Code;
        Assert.Equal(AnswerResult.TryAgain, await side.AskAsync<DraftAnswers, AnswerResult>(answers => answers.AnswerAsync(code, 1, AnswerKind.Recognisable, null, Guid.NewGuid(), default)));
        Assert.Equal(AnswerResult.Kept, await AnswerAsync(await NumberAsync(), AnswerKind.Recognisable));
        await EndAsync();
        Assert.Equal(DraftCheckState.Out, (await CheckAsync()).State);
        Assert.Equal(512L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.check_box WHERE report_id = '{report.Id}'"));
    }

    [Fact]
    public async Task Rewrite_AtAnyTime_KeepsWhatWasAnswered()
    {
        await BeginAsync();
        await AnswerAsync(await NumberAsync(), AnswerKind.Other, "Kept.");
        const string ids = "SELECT string_agg(id::text, ' ' ORDER BY id) FROM record.check_box";
        var before = await side.ScalarAsync<string>(ids);
        await side.AskAsync<DraftAnswers, bool>(async answers =>
        {
            await answers.RewriteAsync(default);
            return true;
        });
        Assert.Empty(before.Split(' ').Intersect((await side.ScalarAsync<string>(ids)).Split(' ')));
        await EndAsync();
        Assert.Equal("Kept.", Assert.Single(Assert.Single(await AnswersAsync()).Answers).Words);
    }

    [Fact]
    public async Task LeaveOut_SomebodyWhoEditedNothingWithAReason_Can()
    {
        var report = await ReportAsync();
        Task<CheckResult> LeaveOutAsync(string? reason, Agenda.StaffId by) => side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.LeaveOutAsync(report.Id, reason, by, default));
        Assert.Equal(CheckResult.OwnWork, await LeaveOutAsync("A reason", SealedSide.Coder));
        Assert.Equal(CheckResult.ReasonLength, await LeaveOutAsync(" ", SealedSide.Other));
        Assert.Equal(CheckResult.ReasonLength, await LeaveOutAsync(new string('a', 501), SealedSide.Other));
        Assert.Equal(CheckResult.Done, await LeaveOutAsync(" A reason ", SealedSide.Other));
        Assert.Equal((DraftCheckState.LeftOut, "A reason", SealedSide.Other), ((await CheckAsync()).State, (await CheckAsync()).Reason, (await CheckAsync()).LeftOutBy!.Value));
        Assert.Equal(CheckResult.NotNow, await LeaveOutAsync("A reason", SealedSide.Other));
        // The editors may ask all the same; then nobody can leave it out any more.
        Assert.Equal(CheckResult.Done, await BeginAsync());
        Assert.Equal(CheckResult.NotNow, await LeaveOutAsync("A reason", SealedSide.Other));
    }

    /// <summary>Nothing is public before those who were invited have been asked, or somebody decided otherwise; corrections need not be checked again.</summary>
    [Fact]
    public async Task Publish_WaitsForTheCheck()
    {
        var made = new DraftedReport(side);
        await made.BeginAsync(5);
        var report = await made.CompleteAsync("Some participants asked for **a shorter paper**.", AttributionLadder.Some);
        Assert.Equal(ClearanceResult.Done, await made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.Done, await made.ClearAsync(report));
        Task<ClearanceResult> PublishAsync() => side.AskAsync<ReportClearance, ClearanceResult>(clearance =>
            clearance.PublishAsync(report.Id, made.Consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default));
        Assert.Equal(ClearanceResult.NotAsked, await PublishAsync());
        Assert.Equal(CheckResult.Done, await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, CheckDays.Fewest, default)));
        Assert.Equal(ClearanceResult.StillAsking, await PublishAsync());
        side.Clock.Advance(TimeSpan.FromDays(7));
        // What is over but not out yet may still stop it.
        Assert.Equal(ClearanceResult.StillAsking, await PublishAsync());
        await ReleaseAsync();
        Assert.Equal(ClearanceResult.Done, await PublishAsync());
    }

    /// <summary>A draft that is taken back is read no more, comes to nobody under other words, and has not been checked.</summary>
    [Fact]
    public async Task TakeBack_WhileItIsRead_LeavesItUnchecked()
    {
        var made = new DraftedReport(side);
        await made.BeginAsync(5);
        var report = await made.CompleteAsync("Some participants asked for **a shorter paper**.", AttributionLadder.Some);
        Task<ClearanceResult> PublishAsync() => side.AskAsync<ReportClearance, ClearanceResult>(clearance =>
            clearance.PublishAsync(report.Id, made.Consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default));
        await made.SubmitAsync(report);
        await made.ClearAsync(report);
        // What was decided of one text is not decided of another.
        Assert.Equal(CheckResult.Done, await side.LeaveOutCheckAsync(report.Id));
        Assert.Equal(ClearanceResult.Done, await made.TakeBackAsync(report));
        await made.SubmitAsync(report);
        await made.ClearAsync(report);
        Assert.Equal(ClearanceResult.NotAsked, await PublishAsync());

        Assert.Equal(CheckResult.Done, await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, CheckDays.Fewest, default)));
        Assert.Equal(ClearanceResult.Done, await made.TakeBackAsync(report));
        Assert.Equal(ClearanceResult.Done, await made.SubmitAsync(report));
        Assert.Equal(ClearanceResult.StillAsking, await made.ClearAsync(report));
        side.Clock.Advance(TimeSpan.FromDays(7));
        await ReleaseAsync();
        Assert.Equal(ClearanceResult.Done, await made.ClearAsync(report));
        Assert.Equal(ClearanceResult.NotAsked, await PublishAsync());
        Assert.Equal(CheckResult.Done, await side.LeaveOutCheckAsync(report.Id));
        // That nobody further is asked was decided of that text.
        Assert.Equal(ClearanceResult.Done, await made.TakeBackAsync(report));
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.draft_check WHERE state = 2 AND stopped_early AND reason IS NULL AND left_out_by IS NULL AND report_id = '{report.Id}'"));
        await made.SubmitAsync(report);
        await made.ClearAsync(report);
        Assert.Equal(ClearanceResult.NotAsked, await PublishAsync());
        Assert.Equal(CheckResult.Done, await side.LeaveOutCheckAsync(report.Id));
        // Whoever decided so and wrote in it since has decided nothing.
        await side.ExecuteAsync($"INSERT INTO record.report_editor (report_id, editor) VALUES ('{report.Id}', '{SealedSide.Other.Value}')");
        Assert.Equal(ClearanceResult.NotAsked, await PublishAsync());
        await side.ExecuteAsync($"DELETE FROM record.report_editor WHERE editor = '{SealedSide.Other.Value}'");
        Assert.Equal(ClearanceResult.Done, await PublishAsync());
    }

    /// <summary>Taken back after the last day, it has been checked: everybody could read it to the end.</summary>
    [Fact]
    public async Task TakeBack_AfterTheLastDay_LeavesItChecked()
    {
        var made = new DraftedReport(side);
        await made.BeginAsync(5);
        var report = await made.CompleteAsync("Some participants asked for **a shorter paper**.", AttributionLadder.Some);
        await made.SubmitAsync(report);
        await made.ClearAsync(report);
        Assert.Equal(CheckResult.Done, await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, CheckDays.Fewest, default)));
        side.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(ClearanceResult.Done, await made.TakeBackAsync(report));
        await ReleaseAsync();
        Assert.Equal(1L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.draft_check WHERE state = 2 AND NOT stopped_early AND report_id = '{report.Id}'"));
    }

    /// <summary>Answers that come out in the instant of publication are looked at, or it waits for them.</summary>
    [Fact]
    public async Task Publish_WhileAnswersComeOut_IsStoppedByThem()
    {
        var made = new DraftedReport(side);
        await made.BeginAsync(5);
        var report = await made.CompleteAsync("Some participants asked for **a shorter paper**.", AttributionLadder.Some);
        await made.SubmitAsync(report);
        await made.ClearAsync(report);
        Assert.Equal(CheckResult.Done, await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, CheckDays.Fewest, default)));
        var number = NumberedSentence.Of(report = await made.NewestAsync()).Single(sentence => sentence.Text.StartsWith("Some participants asked", StringComparison.Ordinal)).Number;
        Assert.Equal(ClearanceResult.Blocked, await side.ChangedUnderwayAsync(
            () => side.AskAsync<ReportClearance, ClearanceResult>(clearance => clearance.PublishAsync(report.Id, made.Consultation, LintSources.Nobody, () => Task.FromResult(new AroundTheReport(new byte[32], false)), default)),
            $"""
            LOCK TABLE record.draft_check IN ACCESS EXCLUSIVE MODE;
            UPDATE record.draft_check SET state = 2 WHERE report_id = '{report.Id}';
            INSERT INTO record.check_answer (id, report_id, sentence, kind) VALUES ('{Guid.NewGuid()}', '{report.Id}', {number}, 1)
            """));
    }

    [Theory]
    [InlineData("A few participants, asked for  a shorter paper!", true)]
    [InlineData("In area 1 a few participants asked for a shorter paper; they gave reasons.", true)]
    [InlineData("Length. A few participants asked. For a shorter paper.", true)]
    [InlineData("A few participants asked for fewer pages.", false)]
    public void Say_OtherMarks_LeaveASentenceWhatItWas(string now, bool stands) => Assert.Equal(stands, new SaidSentences([(new TextPlace(), now)]).Say(Sentence));

    /// <summary>Nor is it another when it goes on in the next statement; what is found stands where it begins.</summary>
    [Fact]
    public void Where_ASentenceOverTwoStatements_IsWhereItBegins()
    {
        var block = new Block { Id = Guid.NewGuid(), SectionId = Guid.NewGuid(), Order = 1, Kind = BlockKind.Paragraph };
        var said = new SaidSentences([(new TextPlace(null, block), "They met. A few participants"), (new TextPlace(null, block), "asked for a **shorter** paper.")]);
        Assert.Equal("A few participants", Assert.Single(said.Where(SaidSentences.Bare(Sentence))).Words);
        Assert.False(new SaidSentences([(new TextPlace(null, block), "A few participants"), (new TextPlace(), "asked for a shorter paper.")]).Say(Sentence));
    }

    /// <summary>A sentence by which somebody could be recognised stops the report until it is another, or a second person lets it stand.</summary>
    [Fact]
    public async Task Find_ARecognisedSentence_BlocksAsLongAsItStands()
    {
        await BeginAsync();
        var number = await NumberAsync();
        await AnswerAsync(number, AnswerKind.Recognisable);
        await AnswerAsync(number + 1, AnswerKind.NotWhatWasSaid, "They did not.");
        await AnswerAsync(number + 1, AnswerKind.Other, "A comma too many.");
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind is FindingKind.Recognised or FindingKind.NotWhatWasSaid);
        await EndAsync();
        var findings = await FindingsAsync();
        var recognised = Assert.Single(findings, finding => finding.Kind == FindingKind.Recognised);
        Assert.Equal((true, Sentence, true), (recognised.IsBlocking, recognised.Sentence, recognised.Lift is not null));
        Assert.False(Assert.Single(findings, finding => finding.Kind == FindingKind.NotWhatWasSaid).IsBlocking);
        Assert.Equal(ClearanceResult.Blocked, await side.AskAsync<ReportClearance, ClearanceResult>(async clearance => await clearance.PublishAsync((await ReportAsync()).Id, _consultation, LintSources.Nobody,
            () => Task.FromResult(new AroundTheReport(new byte[32], false)), default)));

        await side.ExecuteAsync("UPDATE record.statement SET text = replace(text, 'a shorter paper', 'fewer pages') WHERE voice = 'input'");
        Assert.DoesNotContain(await FindingsAsync(), finding => finding.Kind == FindingKind.Recognised);
        Assert.False((await AnswersAsync())[0].StillStands);
        // A window of which nothing else is to be erased is not done before these words are.
        Assert.False(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_window, default)));
        await side.AskAsync<TextErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(_window, default));
        Assert.True(await side.AskAsync<TextErasure, bool>(erasure => erasure.IsDoneAsync(_window, default)));
        Assert.All((await AnswersAsync()).SelectMany(one => one.Answers), answer => Assert.Equal("", answer.Words ?? ""));
    }

    [Fact]
    public async Task Of_AReport_NumbersWhatSomebodyWroteAndKeepsItsLook()
    {
        await StatusAsync(ReportStatus.Draft);
        var sentences = NumberedSentence.Of(await ReportAsync());
        Assert.Equal(Enumerable.Range(1, sentences.Count), sentences.Select(sentence => sentence.Number));
        var point = sentences.Single(sentence => sentence.Text == Sentence);
        Assert.Equal([("A few participants asked for ", false), ("a shorter paper", true), (".", false)], point.Runs.Select(run => (run.Text, run.IsKeyPhrase)));
        Assert.DoesNotContain(sentences, sentence => sentence.Section?.Kind is SectionKind.HowToRead or SectionKind.Participation or SectionKind.Participants);
        // What somebody adds there is asked about as well.
        var report = await ReportAsync();
        foreach (var kind in new[] { SectionKind.HowToRead, SectionKind.Participation })
            Assert.True((await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddHostNoteAsync(
                report.Id, new StatementPlace(report.Sections.Single(section => section.Kind == kind).Id), new HostNoteDraft("The project team noted this."), Labels, SealedSide.Coder, default))).IsDone);
        Assert.Equal([SectionKind.HowToRead, SectionKind.Participation], NumberedSentence.Of(await ReportAsync()).Where(sentence => sentence.Text == "The project team noted this.").Select(sentence => sentence.Section!.Kind));
    }

    [Theory]
    [InlineData("2026-11-30", 5, "2026-12-08")]
    [InlineData("2026-12-04", 3, "2026-12-10")]
    [InlineData("2026-12-05", 5, "2026-12-12")]
    public void OutOn_WorkingDays_LeaveOutWeekends(string today, int days, string outOn) =>
        Assert.Equal(DateOnly.Parse(outOn, System.Globalization.CultureInfo.InvariantCulture), CheckDays.OutOn(DateTimeOffset.Parse(today + "T13:00:00Z", System.Globalization.CultureInfo.InvariantCulture), days));

    private async Task EndAsync()
    {
        side.Clock.SetUtcNow(new DateTimeOffset((await CheckAsync()).OutOn!.Value, TimeOnly.MinValue, TimeSpan.Zero));
        await ReleaseAsync();
    }

    private Task<bool> ReleaseAsync() => side.AskAsync<DraftAnswers, bool>(async answers =>
    {
        await answers.ReleaseDueAsync(default);
        return true;
    });

    private async Task<int> NumberAsync() => NumberedSentence.Of(await ReportAsync()).Single(sentence => sentence.Text == Sentence).Number;

    private async Task<AnswerResult> AnswerAsync(int sentence, AnswerKind? kind, string? words = null, Guid? page = null)
    {
        var code = (await CheckAsync()).Code;
        return await side.AskAsync<DraftAnswers, AnswerResult>(answers => answers.AnswerAsync(code, sentence, kind, words, page ?? Guid.NewGuid(), default));
    }

    private async Task<CheckResult> BeginAsync(int days = CheckDays.Usual)
    {
        var report = await ReportAsync();
        return await side.AskAsync<Record.DraftChecks.DraftChecks, CheckResult>(checks => checks.BeginAsync(report.Id, days, default));
    }

    private Task<HeldDraft?> FindAsync(string? code) => side.AskAsync<Record.DraftChecks.DraftChecks, HeldDraft?>(checks => checks.FindAsync(code, default));

    private async Task<DraftCheck> CheckAsync()
    {
        var report = await ReportAsync();
        return (await side.AskAsync<Record.DraftChecks.DraftChecks, DraftCheck?>(checks => checks.FindAsync(report.Id, default)))!;
    }

    private async Task<IReadOnlyList<ReadAnswer>> AnswersAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<Record.DraftChecks.DraftChecks, IReadOnlyList<ReadAnswer>>(checks => checks.AnswersAsync(report, default));
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var report = await ReportAsync();
        return await side.AskAsync<ReportCheck, IReadOnlyList<Finding>>(check => check.FindAsync(report, _consultation, LintSources.Nobody, default));
    }

    private async Task<SummaryReport> ReportAsync() => (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(_number, null, default)))!;

    private Task StatusAsync(ReportStatus status) => side.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)status} WHERE number = {_number}");
}
