using System.Diagnostics;
using System.Net;
using System.Text;
using BTech.Agenda;
using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Disclosure.Linting;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.FollowUp;

/// <summary>What the holder of a follow-up code learns of one text (invariant 19): what became of it and nothing of anybody else's, at one weight for every code.</summary>
public sealed class FollowUpOutcomeTests : IAsyncLifetime
{
    private const int Authors = 11;
    private const string Supported = "Some participants asked for **a shorter paper**.[^1]";
    private const string Opposed = "Some participants asked for **a longer paper**.";

    private static readonly StaffId Somebody = new(Guid.NewGuid());

    private readonly List<string> _codes = [];
    private readonly Dictionary<string, Guid> _themes = [];
    private TestHost _host = null!;
    private TestWindow _window = null!;
    private Consultation _consultation = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        for (var person = 1; person <= Authors; person++) _codes.Add(await _window.SendAsync(person, Text(person)));
        await _window.SealAsync();
        _consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(19)]
    public async Task Outcome_BeforeTheReport_TellsNothingOfTheTeamsWork()
    {
        await CodeAsync(1, "length of the paper");
        var page = await CheckAsync(_codes[0], Text(1));
        Assert.Contains("no published report", Outcome(page), StringComparison.Ordinal);
        Assert.DoesNotContain("length of the paper", page.Body, StringComparison.Ordinal);
        // Nor while it is written, nor once it is withdrawn.
        var report = await ReportAsync(ReportStatus.Cleared);
        Assert.Equal(Outcome(page), Outcome(await CheckAsync(_codes[0], Text(1))));
        await _host.Database.ExecuteAsync($"UPDATE record.summary_report SET status = 5 WHERE id = '{report.Id}'");
        Assert.Equal(Outcome(page), Outcome(await CheckAsync(_codes[0], Text(1))));
    }

    [Fact]
    [Invariant(19)]
    public async Task Outcome_IsOfThisTextAndOfNobodyElses()
    {
        for (var person = 1; person <= 4; person++) await CodeAsync(person, "length of the paper");
        await CodeAsync(4, "somebody else's theme");
        await CodeAsync(5, "length of the paper");
        var report = await ReportAsync(ReportStatus.Published);

        var first = await CheckAsync(_codes[0], Text(1));
        Assert.Contains("length of the paper", Outcome(first), StringComparison.Ordinal);
        Assert.Contains("Some participants asked for a shorter paper.", Outcome(first), StringComparison.Ordinal);
        Assert.DoesNotContain("a longer paper", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else", first.Body, StringComparison.Ordinal);
        Assert.Contains("has not answered this point", Outcome(first), StringComparison.Ordinal);
        // No number of anybody, and no words but the report's and the theme's.
        Assert.DoesNotContain(Outcome(first), char.IsAsciiDigit);
        Assert.DoesNotContain("QZ", Outcome(first), StringComparison.Ordinal);
        Assert.Contains("as another view", Outcome(await CheckAsync(_codes[1], Text(2))), StringComparison.Ordinal);
        // Coded and not taken up, and not coded at all: on file.
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[4], Text(5))), StringComparison.Ordinal);
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[5], Text(6))), StringComparison.Ordinal);

        await AnswerAsync(report, "The paper is shortened in autumn.");
        Assert.Contains("The paper is shortened in autumn.", Outcome(await CheckAsync(_codes[0], Text(1))), StringComparison.Ordinal);
        Assert.Contains("Partly accepted", Outcome(await CheckAsync(_codes[0], Text(1))), StringComparison.Ordinal);

        // Set aside afterwards: the same words as for what was never taken up, without a theme and without the team's reason.
        await _host.Database.ExecuteAsync($"INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) VALUES ('{await InputAsync(1)}', true, 'off-topic', gen_random_uuid())");
        var aside = await CheckAsync(_codes[0], Text(1));
        Assert.Equal(Outcome(await CheckAsync(_codes[5], Text(6))), Outcome(aside));
        Assert.DoesNotContain("off-topic", aside.Body, StringComparison.Ordinal);

        await WithdrawAsync(_codes[2]);
        var withdrawn = await CheckAsync(_codes[2], Text(3));
        Assert.Contains("You have withdrawn it", Outcome(withdrawn), StringComparison.Ordinal);
        Assert.DoesNotContain("a shorter paper", withdrawn.Body, StringComparison.Ordinal);
    }

    /// <summary>Somebody who watches the line sees neither who is an author nor how much became of a text.</summary>
    [Fact]
    [Invariant(19)]
    public async Task Answers_ToHitMissAndBurntCode_WeighTheSame()
    {
        await CodeAsync(1, "length of the paper");
        await CodeAsync(2, "length of the paper");
        var report = await ReportAsync(ReportStatus.Published);
        await AnswerAsync(report, string.Concat(Enumerable.Repeat("The paper is shortened. ", 40)));
        using (var author = _host.NewVisitor())
        {
            var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[8])], button: "[value=burn]");
            await author.SubmitAsync(step, button: "[name=Sure]");
        }
        await ReleaseAsync();
        var answers = new List<VisitedPage>();
        foreach (var code in new[] { _codes[0], FollowUpCode.New().ToString()!, _codes[8], _codes[5] }) answers.Add(await CheckAsync(code, Text(1)));
        Assert.NotNull(answers[0].Document.QuerySelector("#outcome"));
        Assert.All(answers.Skip(1), answer => Assert.Null(answer.Document.QuerySelector("#outcome")));
        Assert.Single(answers.Select(answer => Encoding.UTF8.GetByteCount(answer.Body)).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.All(answers, answer => Assert.True(answer.Headers.CacheControl?.NoStore));
        Assert.All(answers, answer => Assert.False(answer.Headers.Contains("Set-Cookie")));
        Assert.All(answers, answer => Assert.Equal("/follow-up", answer.Address.PathAndQuery));
        Assert.Single(answers.Skip(1).Select(answer => answer.Document.QuerySelector("main [role=status]")!.TextContent).Distinct());
        // What fills it up is random, or it could be packed on the way.
        Assert.Equal(answers.Count, answers.Select(answer => answer.Body[answer.Body.IndexOf("<!-- ", StringComparison.Ordinal)..][..200]).Distinct().Count());
    }

    /// <summary>
    /// Longer than an answer can be: less is shown, and the size is the same. In every language there is room for twenty-five sentences with the longest reasons, in
    /// the script whose signs take most bytes.
    /// </summary>
    [Theory]
    [Invariant(19)]
    [InlineData(25, false)]
    [InlineData(60, true)]
    public async Task Answers_LongOnes_WeighNoMore(int sentences, bool isCut)
    {
        await CodeAsync(1, "length of the paper");
        await CodeAsync(2, "length of the paper");
        var report = await ReportAsync(ReportStatus.Published, [.. Enumerable.Range(1, sentences).Select(number => (new string('纸', 250) + number, new[] { 1, 2 }))]);
        await AnswerAsync(report, new string('短', KeyPointResponse.LongestReason));
        foreach (var language in Languages.Language.All)
        {
            var address = language.Code == "en" ? "/follow-up" : $"/{language.Code}/follow-up";
            var (hit, miss) = (await CheckAsync(_codes[0], Text(1), address), await CheckAsync(FollowUpCode.New().ToString()!, Text(1), address));
            Assert.Equal(Encoding.UTF8.GetByteCount(miss.Body), Encoding.UTF8.GetByteCount(hit.Body));
            var shown = hit.Document.QuerySelectorAll("#outcome .cards > li").Length;
            Assert.Equal((isCut, !isCut), (hit.Document.QuerySelector("#cut") is not null, shown == sentences));
            Assert.InRange(shown, 25, sentences);
            Assert.NotNull(hit.Document.QuerySelector("#outcome a[href$='/reports/1/heard']"));
        }
    }

    /// <summary>A count of what the database does tells no more than the size: as many statements for a hit, with an outcome or without, as for a miss, a burnt code and a withdrawn text.</summary>
    [Fact]
    [Invariant(19)]
    public async Task Statements_AreAsManyForEveryCode()
    {
        for (var person = 1; person <= 3; person++) await CodeAsync(person, "length of the paper");
        var before = await StatementsAsync(_codes[0], Text(1));
        Assert.True(before > 3);
        await AnswerAsync(await ReportAsync(ReportStatus.Published), "The paper is shortened.");
        await WithdrawAsync(_codes[2]);
        using (var author = _host.NewVisitor())
        {
            var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[8])], button: "[value=burn]");
            await author.SubmitAsync(step, button: "[name=Sure]");
        }
        await ReleaseAsync();
        Assert.Equal((true, false, true, true),
            (await FoundAsync(_codes[0], Text(1)) is { Sentences.Count: 1 }, await FoundAsync(_codes[8], Text(9)) is not null, await FoundAsync(_codes[2], Text(3)) is { IsWithdrawn: true }, await FoundAsync(_codes[5], Text(6)) is { Sentences.Count: 0 }));
        foreach (var (code, text) in new[] { (_codes[0], Text(1)), (_codes[0], Text(2)), (_codes[5], Text(6)), (_codes[2], Text(3)), (_codes[8], Text(9)), (FollowUpCode.New().ToString()!, Text(1)) })
            Assert.Equal(before, await StatementsAsync(code, text));
    }

    /// <summary>Of a confirmed campaign one text is coded and stands for all: whoever sent another of them learns the same, unless that one is out or set aside, or says in that place what they do not.</summary>
    [Theory]
    [InlineData(6, true)]
    [InlineData(0, false)]
    public async Task Outcome_OfACampaignsText_IsThatOfTheOneThatIsShownAsFarAsTheWordsAreTheirs(int from, bool isTold)
    {
        await CodeAsync(1, "length of the paper", from);
        await ReportAsync(ReportStatus.Published);
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[6], Text(7))), StringComparison.Ordinal);
        var group = Guid.NewGuid();
        await _host.Database.ExecuteAsync($"""
            INSERT INTO record.alike_group (id, window_id, is_one_text, decided_by) VALUES ('{group}', '{_window.Id}', true, gen_random_uuid());
            INSERT INTO record.alike_text (group_id, input_id, is_out) VALUES ('{group}', '{await InputAsync(1)}', false), ('{group}', '{await InputAsync(7)}', false), ('{group}', '{await InputAsync(8)}', true)
            """);
        var shown = await CheckAsync(_codes[6], Text(7));
        Assert.Contains("a shorter paper", Outcome(await CheckAsync(_codes[0], Text(1))), StringComparison.Ordinal);
        Assert.Equal(isTold, Outcome(await CheckAsync(_codes[0], Text(1))) == Outcome(shown));
        Assert.Equal(isTold, Outcome(shown).Contains("a shorter paper", StringComparison.Ordinal));
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[7], Text(8))), StringComparison.Ordinal);
        await _host.Database.ExecuteAsync($"INSERT INTO record.review_decision (input_id, is_set_aside, reason, decided_by) VALUES ('{await InputAsync(7)}', true, 'off-topic', gen_random_uuid())");
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[6], Text(7))), StringComparison.Ordinal);
        // Said not to be one text: each has what became of itself.
        await _host.Database.ExecuteAsync($"DELETE FROM record.review_decision; UPDATE record.alike_group SET is_one_text = false WHERE id = '{group}'");
        Assert.Contains("kept on file", Outcome(await CheckAsync(_codes[6], Text(7))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_InAllLanguages()
    {
        await CodeAsync(1, "length of the paper");
        await CodeAsync(2, "length of the paper");
        await AnswerAsync(await ReportAsync(ReportStatus.Published), "The paper is shortened.");
        foreach (var language in Languages.Language.All)
        {
            using var author = _host.NewVisitor();
            var page = await author.SubmitAsync(await author.GetAsync(language.Code == "en" ? "/follow-up" : $"/{language.Code}/follow-up"), [("Code", _codes[0]), ("Text", Text(1))]);
            Assert.DoesNotContain("FollowUp.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Disposition", Outcome(page), StringComparison.Ordinal);
            Assert.Equal("ltr", page.Document.QuerySelector("#outcome .cards p[lang=en]")!.GetAttribute("dir"));
        }
    }

    [Fact]
    [Invariant(19)]
    public async Task Outcome_SignedIn_IsRefused()
    {
        await CodeAsync(1, "length of the paper");
        await ReportAsync(ReportStatus.Published);
        using var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        using var author = _host.NewVisitor();
        var refused = await team.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[0]), ("Text", Text(1))]);
        Assert.Contains("never used together", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("#outcome"));
    }

    private static string Text(int person) => $"ZQ{(char)('a' + person)}QZ words";

    private static string Outcome(VisitedPage page) => string.Join(' ', page.Document.QuerySelector("#outcome")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<VisitedPage> CheckAsync(string code, string text, string address = "/follow-up")
    {
        using var author = _host.NewVisitor();
        return await author.SubmitAsync(await author.GetAsync(address), [("Code", code), ("Text", text)]);
    }

    private Task<Outcome?> FoundAsync(string code, string text)
    {
        Assert.True(FollowUpCode.TryParse(code, out var parsed));
        return _host.WithAsync<Outcomes, Outcome?>(outcomes => outcomes.FindAsync(parsed, text, default));
    }

    // As the driver itself tells of them, and of this question alone.
    private async Task<int> StatementsAsync(string code, string text)
    {
        var count = 0;
        using var question = new Activity("question");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = done =>
            {
                if (done.TraceId == question.TraceId && done.TagObjects.Any(tag => tag.Key is "db.statement" or "db.query.text")) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        question.Start();
        await FoundAsync(code, text);
        return count;
    }

    private Task<Guid> InputAsync(int person) => _host.Database.AskAsync<Guid>($"SELECT id FROM record.sealed_input WHERE text = '{Text(person)}'");

    private async Task CodeAsync(int person, string theme, int from = 0)
    {
        if (!_themes.TryGetValue(theme, out var id))
            _themes[theme] = id = (await _host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(_consultation.Id, theme, null, false, null, default))).Item2;
        var input = await InputAsync(person);
        Assert.Equal(CodingResult.Done, await _host.WithAsync<ExcerptCoding, CodingResult>(coding =>
            coding.CodeAsync(input, from, Text(person).Length, new ThemeChoice(_consultation.Id, id, Stance.Support), Somebody, default)));
    }

    // Rests on the texts of one to three, on the second as another view, and with another point on that of four.
    private async Task<SummaryReport> ReportAsync(ReportStatus status, params (string Text, int[] People)[] points)
    {
        if (points.Length == 0) points = [(Supported, [1, 2, 3]), (Opposed, [4])];
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = _consultation.Id, WindowId = _window.Id, Language = "en", Title = "Summary Report", EventLine = "An event", Status = status };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "Area", Order = 1 };
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Paragraph };
        foreach (var (text, people) in points)
        {
            var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = block.Statements.Count + 1, Text = text };
            foreach (var person in people)
                foreach (var excerpt in await _host.Database.ListAsync($"SELECT e.id::text FROM record.coded_excerpt e JOIN record.sealed_input i ON i.id = e.input_id WHERE i.text = '{Text(person)}'"))
                    point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = Guid.Parse(excerpt), Weight = person == 2 ? EvidenceWeight.Contrary : EvidenceWeight.Main });
            block.Statements.Add(point);
        }
        section.Blocks.Add(block);
        report.Sections.Add(section);
        await _host.WithAsync<SummaryReports>(reports => reports.AddAsync(report, [], default));
        return report;
    }

    private async Task AnswerAsync(SummaryReport report, string reason)
    {
        foreach (var point in report.Statements().OfType<KeyPoint>())
            Assert.Equal(ResponseResult.Done, await _host.WithAsync<Record.Responses.Responses, ResponseResult>(responses =>
                responses.SaveAsync(report, point.LineageId, new ResponseDraft(Disposition.Partly, reason, null, null), null, PaperSince.Nothing, default)));
        var seen = ResponseRelease.SeenOf((await _host.WithAsync<Record.Responses.Responses, IReadOnlyDictionary<Guid, Response>>(responses => responses.OfReportAsync(report.Number, default))).Values);
        Assert.Equal(ResponseResult.Done, await _host.WithAsync<ResponseRelease, ResponseResult>(release => release.ReleaseAsync(report, _consultation, LintSources.Nobody, PaperSince.Nothing, seen, () => Task.CompletedTask, default)));
    }

    private async Task WithdrawAsync(string code)
    {
        using var author = _host.NewVisitor();
        var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code)], button: "[value=withdraw]");
        await author.SubmitAsync(step, button: "[name=Sure]");
        await ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(ReleaseDays.Next(_host.Clock.GetUtcNow()), new TimeOnly(0, 1), TimeSpan.Zero));
        await _host.RunAsync<ReleaseJob>();
    }
}
