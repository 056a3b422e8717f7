using System.Net;
using System.Text;
using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.FollowUp;

/// <summary>Both permissions over HTTP: the team asks for a passage, its author answers by code and text, and nobody else learns that there was a question.</summary>
public sealed class QuotationPageTests : IAsyncLifetime
{
    private const int Authors = 11;
    private const string Page = "/moderate/reports/1/quotations";

    private static readonly StaffId Somebody = new(Guid.NewGuid());

    private readonly List<string> _codes = [];
    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        for (var person = 1; person <= Authors; person++) _codes.Add(await _window.SendAsync(person, Text(person)));
        await _window.SealAsync();
        await ReportAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Quotation_AskedAllowedAndTakenBack()
    {
        await MakeTwentyAsync();
        using (var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator))
        {
            var page = await team.GetAsync(Page);
            // Of three willing authors the report rests on, and of nobody else.
            Assert.Equal(3, page.Document.QuerySelectorAll("main a[href*='quotations?e=']").Length);
            var open = await team.GetAsync(page.Document.QuerySelectorAll("main li").Single(card => card.TextContent.Contains("ZQbQZ", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
            Assert.Equal(Text(1), open.Value("Passage"));
            foreach (var wrong in new[] { string.Join(' ', Enumerable.Repeat("word", 26)), "ZQbQZ never said", "of sight, and of mind", "" })
            {
                var refused = await team.SubmitAsync(open, [("Passage", wrong)], "#ask form");
                Assert.Equal((HttpStatusCode.BadRequest, wrong), (refused.Status, refused.Value("Passage")));
                Assert.Equal(["Passage"], refused.InvalidFields);
            }
            var asked = await team.SubmitAsync(open, [("Passage", "ZQbQZ says that the maps")], "#ask form");
            Assert.Equal(Page, asked.Address.PathAndQuery);
            Assert.Contains("Not allowed, or not yet", Asked(asked), StringComparison.Ordinal);
            Assert.Equal(2, asked.Document.QuerySelectorAll("main a[href*='quotations?e=']").Length);
        }

        var question = (await CheckAsync(_codes[0], Text(1))).Document.QuerySelector("#question")!;
        Assert.Equal("ZQbQZ says that the maps", question.QuerySelector("blockquote")!.TextContent);
        Assert.Equal(["allow", "refuse"], question.QuerySelectorAll("button").Select(button => button.GetAttribute("value")));
        var taken = await AnswerAsync(_codes[0], Text(1), "allow");
        Assert.Contains("your yes counts from", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Not allowed, or not yet", await SeenByTheTeamAsync(), StringComparison.Ordinal);
        await ReleaseAsync();
        Assert.Contains("“ZQbQZ says that the maps”", await SeenByTheTeamAsync(), StringComparison.Ordinal);

        question = (await CheckAsync(_codes[0], Text(1))).Document.QuerySelector("#question")!;
        Assert.Contains("You have allowed", question.TextContent, StringComparison.Ordinal);
        Assert.Equal(["refuse"], question.QuerySelectorAll("button").Select(button => button.GetAttribute("value")));
        Assert.Contains("your no counts from", (await AnswerAsync(_codes[0], Text(1), "refuse")).Text, StringComparison.Ordinal);
        await ReleaseAsync();
        Assert.Contains("Not allowed, or not yet", await SeenByTheTeamAsync(), StringComparison.Ordinal);

        using var again = await new Crew(_host).SignInAsync("moderator");
        var back = await again.SubmitAsync(await again.GetAsync(Page), form: "#asked form");
        Assert.Null(back.Document.QuerySelector("#asked"));
        Assert.Null((await CheckAsync(_codes[0], Text(1))).Document.QuerySelector("#question"));
    }

    /// <summary>Fewer than twenty: nobody is asked, whatever is posted.</summary>
    [Fact]
    public async Task Ask_TooFewContributors_IsRefused()
    {
        using var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        var page = await team.GetAsync(Page);
        Assert.Contains("Fewer than twenty", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href*='quotations?e=']"));
        var excerpt = await _host.Database.AskAsync<Guid>($"SELECT e.id FROM record.coded_excerpt e JOIN record.sealed_input i ON i.id = e.input_id WHERE i.text = '{Text(1)}'");
        var token = (await team.GetAsync("/moderate/reports/1")).Token;
        Assert.Equal(HttpStatusCode.BadRequest, (await team.PostAsync($"{Page}?e={excerpt}", [token, new("Passage", "ZQbQZ says")])).Status);
        Assert.Equal(0L, await _host.Database.AskAsync<long>("SELECT count(*) FROM record.quotation"));
    }

    [Fact]
    public async Task Page_IsTheModeratorsAlone()
    {
        await MakeTwentyAsync();
        var crew = new Crew(_host);
        foreach (var role in new[] { StaffRole.Clearance, StaffRole.Administrator })
        {
            using var staff = await crew.NewAsync(role.ToString().ToLowerInvariant(), role);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(Page)).Status);
        }
        using var anybody = _host.NewVisitor();
        Assert.DoesNotContain("quotations", (await anybody.GetAsync(Page)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>An answer with a code that leads nowhere, that was burnt, or with other words is answered like the author's, and counts nothing.</summary>
    [Theory]
    [Invariant(19)]
    [InlineData("allow")]
    [InlineData("refuse")]
    public async Task Answer_HitMissBurntAndOtherWords_AreAnsweredAlike(string answer)
    {
        var id = await QuestionAsync(1);
        await _host.WithAsync<Requests, bool>(requests => requests.AskAsync(Parsed(_codes[8]), FollowUpRequest.Burn, default));
        await ReleaseAsync();
        var answered = new List<VisitedPage>();
        foreach (var (code, text) in new[] { (_codes[0], Text(1)), (FollowUpCode.New().ToString()!, Text(1)), (_codes[8], Text(9)), (_codes[0], Text(2)), (_codes[1], Text(2)), (_codes[0], "Nobody sent this.") })
        {
            using var author = _host.NewVisitor();
            answered.Add(await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text), ("Question", id.ToString()), ("Then", answer)]));
        }
        Assert.All(answered, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(answered.Select(page => page.Document.QuerySelector("main")!.InnerHtml).Distinct());
        Assert.Single(answered.Select(page => Encoding.UTF8.GetByteCount(page.Body)).Distinct());
        Assert.All(answered, page => Assert.False(page.Headers.Contains("Set-Cookie")));
        Assert.All(answered, page => Assert.Equal("/follow-up", page.Address.PathAndQuery));
        Assert.All(answered, page => Assert.DoesNotContain("ZQbQZ", page.Body, StringComparison.Ordinal));
        await ReleaseAsync();
        Assert.Equal(answer is "allow" ? 1L : 0, await _host.Database.AskAsync<long>("SELECT count(*) FROM record.quotation WHERE is_released"));
    }

    [Fact]
    public async Task Answer_WithoutACodeOrWords_IsRefusedWithBothStillThere()
    {
        var id = await QuestionAsync(1);
        using var author = _host.NewVisitor();
        foreach (var (code, text, field) in new[] { ("", Text(1), "Code"), ("not a code", Text(1), "Code"), (_codes[0], "", "Text") })
        {
            var refused = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text), ("Question", id.ToString()), ("Then", "allow")]);
            Assert.Equal((HttpStatusCode.BadRequest, code, text), (refused.Status, refused.Value("Code"), refused.Value("Text")));
            Assert.Equal([field], refused.InvalidFields);
        }
        // A form that is not ours, and a question that is no id.
        Assert.Equal(HttpStatusCode.BadRequest, (await author.PostAsync("/follow-up", [new("Code", _codes[0]), new("Text", Text(1)), new("Question", id.ToString()), new("Then", "allow")])).Status);
        await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[0]), ("Text", Text(1)), ("Question", "none"), ("Then", "allow")]);
        await ReleaseAsync();
        Assert.Equal(0L, await _host.Database.AskAsync<long>("SELECT count(*) FROM record.quotation WHERE is_released"));
    }

    [Fact]
    [Invariant(19)]
    public async Task Answer_SignedIn_IsRefused()
    {
        var id = await QuestionAsync(1);
        using var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        using var author = _host.NewVisitor();
        var refused = await team.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[0]), ("Text", Text(1)), ("Question", id.ToString()), ("Then", "allow")]);
        Assert.Contains("never used together", refused.Text, StringComparison.Ordinal);
        await ReleaseAsync();
        Assert.Equal(0L, await _host.Database.AskAsync<long>("SELECT count(*) FROM record.quotation WHERE is_released"));
    }

    /// <summary>Answers count as tries, whatever the code.</summary>
    [Theory]
    [Invariant(19)]
    [LeakChannel(26)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_TooMany_AreSlowedDownWhateverTheCode(bool hit)
    {
        var id = await QuestionAsync(1);
        using var author = _host.NewVisitor();
        var page = await author.GetAsync("/follow-up");
        Task<VisitedPage> AgainAsync() => author.SubmitAsync(page, [("Code", hit ? _codes[0] : FollowUpCode.New().ToString()), ("Text", Text(1)), ("Question", id.ToString()), ("Then", "refuse")]);
        for (var tries = 0; tries < 20; tries++) Assert.Equal(HttpStatusCode.OK, (await AgainAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AgainAsync()).Status);
    }

    [Fact]
    public async Task Question_InAllLanguages()
    {
        await QuestionAsync(1);
        foreach (var language in Languages.Language.All)
        {
            using var author = _host.NewVisitor();
            var page = await author.SubmitAsync(await author.GetAsync(language.Code == "en" ? "/follow-up" : $"/{language.Code}/follow-up"), [("Code", _codes[0]), ("Text", Text(1))]);
            var taken = await author.SubmitAsync(page, button: "#question [value=allow]");
            Assert.NotNull(taken.Document.QuerySelector("main time"));
            Assert.All(new[] { page, taken }, seen => Assert.DoesNotContain("FollowUp.", seen.Text, StringComparison.Ordinal));
            Assert.All(new[] { page, taken }, seen => Assert.DoesNotContain("{0}", seen.Text, StringComparison.Ordinal));
        }
    }

    private static string Text(int person) => $"ZQ{(char)('a' + person)}QZ says that the maps leave the village out of sight.";

    private static string Asked(VisitedPage page) => page.Document.QuerySelector("#asked")!.TextContent;

    private static FollowUpCode Parsed(string code) => FollowUpCode.TryParse(code, out var parsed) ? parsed : throw new ArgumentException("No code.", nameof(code));

    private async Task<string> SeenByTheTeamAsync()
    {
        using var team = await new Crew(_host).SignInAsync("moderator");
        return Asked(await team.GetAsync(Page));
    }

    private async Task<VisitedPage> CheckAsync(string code, string text)
    {
        using var author = _host.NewVisitor();
        return await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text)]);
    }

    private async Task<VisitedPage> AnswerAsync(string code, string text, string answer)
    {
        using var author = _host.NewVisitor();
        var page = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text)]);
        return await author.SubmitAsync(page, button: $"#question [value={answer}]");
    }

    private async Task ReleaseAsync()
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(ReleaseDays.Next(_host.Clock.GetUtcNow()), new TimeOnly(0, 1), TimeSpan.Zero));
        await _host.RunAsync<ReleaseJob>();
    }

    // As the team's page stores it.
    private Task<Guid> QuestionAsync(int person) => _host.Database.AskAsync<Guid>($"""
        INSERT INTO record.quotation (id, input_id, start, "end", hash, is_released) SELECT gen_random_uuid(), id, 0, 10, sha256('x'), false FROM record.sealed_input WHERE text = '{Text(person)}' RETURNING id
        """);

    // Nine more whom nobody invited: only their number matters.
    private Task MakeTwentyAsync() => _host.Database.ExecuteAsync($"""
        WITH more AS (INSERT INTO record.contributor (id, window_id) SELECT gen_random_uuid(), '{_window.Id}' FROM generate_series(1, 9) RETURNING id)
        INSERT INTO record.sealed_input (id, contributor_id, window_id, focus_area_number, kind, text, language, permission, leaf)
          SELECT gen_random_uuid(), id, '{_window.Id}', 1, {(int)InputKind.Comment}, 'Another matter.', 'en', 0, sha256('x') FROM more
        """);

    // A draft on the texts of one to five; the first three may be asked, and the sixth, on whom it does not rest.
    private async Task ReportAsync()
    {
        var consultation = (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!;
        foreach (var person in new[] { 1, 2, 3, 6 }) await _host.Database.ExecuteAsync($"UPDATE record.sealed_input SET permission = {(int)QuotingPermission.MayBeAsked} WHERE text = '{Text(person)}'");
        var theme = (await _host.WithAsync<CodeBook, (CodingResult, Guid)>(book => book.AddAsync(consultation.Id, "maps", null, false, null, default))).Item2;
        var report = new SummaryReport { Id = Guid.NewGuid(), Number = 1, Version = 1, ConsultationId = consultation.Id, WindowId = _window.Id, Language = "en", Title = "Summary Report", EventLine = "An event", Status = ReportStatus.Draft };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.FocusArea, FocusAreaNumber = 1, Heading = "Area", Order = 1 };
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Paragraph };
        var point = new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = 1, Text = "Some participants asked for **better maps**." };
        foreach (var person in Enumerable.Range(1, 5))
        {
            var input = await _host.Database.AskAsync<Guid>($"SELECT id FROM record.sealed_input WHERE text = '{Text(person)}'");
            Assert.Equal(CodingResult.Done, await _host.WithAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(input, 0, Text(person).Length, new ThemeChoice(consultation.Id, theme, Stance.Support), Somebody, default)));
            point.Evidence.Add(new Evidence { KeyPointId = point.Id, ExcerptId = await _host.Database.AskAsync<Guid>($"SELECT id FROM record.coded_excerpt WHERE input_id = '{input}'"), Weight = EvidenceWeight.Main });
        }
        block.Statements.Add(point);
        section.Blocks.Add(block);
        report.Sections.Add(section);
        await _host.WithAsync<SummaryReports>(reports => reports.AddAsync(report, [], default));
    }
}
