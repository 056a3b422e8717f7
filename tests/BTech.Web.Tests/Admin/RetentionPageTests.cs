using System.Globalization;
using System.Net;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The page on which administrators see what is kept how long, set it, bring it forward and erase.</summary>
public sealed class RetentionPageTests : IAsyncLifetime
{
    private const string Round = "/admin/windows/b-tech/1";
    private const string Page = $"{Round}/retention";

    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Set_BeforeOpening_IsSavedAuditedAndPromisedAtTheOpening()
    {
        await TestWindow.MakeAsync(_host, opened: false, opensIn: TimeSpan.FromDays(3));
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var form = await admin.GetAsync(Page);
        var window = await WindowAsync();
        var usual = RetentionDates.Usual(window.ClosesAt);
        Assert.Equal((Day(usual.People), Day(usual.Texts)), (form.Value("PeopleDay"), form.Value("TextsDay")));
        Assert.Null(form.Document.QuerySelector("#sign"));
        Assert.Contains("12 invitations; 12 people are in this round only.", form.Text, StringComparison.Ordinal);

        var saved = await admin.SubmitAsync(form, [("PeopleDay", Day(usual.People.AddDays(-20))), ("TextsDay", Day(usual.Texts.AddDays(40)))], "#set");
        Assert.Equal((HttpStatusCode.OK, Page), (saved.Status, saved.Address.AbsolutePath));
        Assert.Equal(new RetentionDates(usual.Texts.AddDays(40), usual.People.AddDays(-20)), RetentionDates.Of(await WindowAsync()));
        Assert.Single(await AuditAsync(), line => line == $"retention set: participants' data {Day(usual.People.AddDays(-20))}, texts {Day(usual.Texts.AddDays(40))}");

        // Dates that nobody has touched are fixed by the opening too, and stay when the round is made longer.
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(window.Id, opened => opened.Open(), default));
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(window.Id, longer => longer.ClosesAt = longer.ClosesAt.AddDays(60), default));
        Assert.Equal(new RetentionDates(usual.Texts.AddDays(40), usual.People.AddDays(-20)), RetentionDates.Of(await WindowAsync()));
    }

    /// <summary>Days that were set and then overtaken by a later closing keep the round from opening.</summary>
    [Fact]
    public async Task Open_DaysTooNearToTheSeal_IsRefused()
    {
        var made = await TestWindow.MakeAsync(_host, opened: false, opensIn: TimeSpan.FromDays(3));
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        Assert.Equal([Day(RetentionDates.Of(await WindowAsync()).People), Day(RetentionDates.Of(await WindowAsync()).Texts)],
            (await admin.GetAsync($"{Round}/open")).Document.QuerySelectorAll("main ul time").Select(time => time.GetAttribute("datetime")![..10]).TakeLast(2));
        await admin.SubmitAsync(await admin.GetAsync(Page), [("PeopleDay", Day(RetentionDates.Earliest(await WindowAsync(), RetentionDates.Day(_host.Clock.GetUtcNow()))))], "#set");
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.ClosesAt = window.ClosesAt.AddDays(1), default));
        var refused = await admin.GetAsync($"{Round}/open");
        Assert.Contains("less than 30 days after the seal", refused.Document.QuerySelector("#obstacles")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "TextsDay", "Enter a day as year, month and day")]
    [InlineData("31.5.2027", "TextsDay", "Enter a day as year, month and day")]
    [InlineData("2020-01-01", "PeopleDay", "30 days after the seal")]
    [InlineData("2099-01-01", "PeopleDay", "three years after closing")]
    public async Task Set_Bad_IsRefusedBesideTheFieldAndKept(string day, string field, string reason)
    {
        await TestWindow.MakeAsync(_host, opened: false, opensIn: TimeSpan.FromDays(3));
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var refused = await admin.SubmitAsync(await admin.GetAsync(Page), [(field, day)], "#set");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([field], refused.InvalidFields);
        Assert.Contains(reason, refused.Document.QuerySelector($".error-summary a[href='#{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, refused.Value(field));
        Assert.Null((await WindowAsync()).PeopleErasedOn);
    }

    [Fact]
    public async Task Set_OpenedMeanwhile_IsRefused()
    {
        var made = await TestWindow.MakeAsync(_host, opened: false, opensIn: TimeSpan.FromDays(3));
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var form = await admin.GetAsync(Page);
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.Open(), default));
        var promised = RetentionDates.Of(await WindowAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(form, [("PeopleDay", Day(promised.People.AddDays(-1)))], "#set")).Status);
        Assert.Equal(promised, RetentionDates.Of(await WindowAsync()));
    }

    /// <summary>A slip of the hand in the year would otherwise erase within the hour.</summary>
    [Fact]
    public async Task Earlier_DayThatHasPassed_IsRefusedAndTheHintBeginsTomorrow()
    {
        await TestWindow.MakeAsync(_host);
        var promised = RetentionDates.Of(await WindowAsync());
        var (today, tomorrow) = (promised.People.AddDays(-2), promised.People.AddDays(-1));
        _host.Clock.SetUtcNow(RetentionDates.Begins(today));
        var crew = new Crew(_host);
        await crew.AddAsync("second", null, StaffRole.Administrator);
        using var admin = await crew.NewAsync("administrator", StaffRole.Administrator);
        foreach (var day in new[] { today, today.AddYears(-1).AddDays(200) })
        {
            var refused = await admin.SubmitAsync(await admin.GetAsync(Page), [("TextsDay", Day(day)), .. Crew.Signed("second")], "#sign");
            Assert.Equal((HttpStatusCode.BadRequest, "TextsDay"), (refused.Status, refused.InvalidFields.Single()));
            Assert.Contains($"The first day possible is {Day(tomorrow)}", refused.Text, StringComparison.Ordinal);
            Assert.Contains($"From {Day(tomorrow)} to {Day(promised.Texts)}", refused.Text, StringComparison.Ordinal);
        }
        Assert.Equal(promised, RetentionDates.Of(await WindowAsync()));
    }

    [Fact]
    public async Task Earlier_AfterOpening_NeedsTwo_AndLaterNever()
    {
        await TestWindow.MakeAsync(_host);
        var crew = new Crew(_host);
        await crew.AddAsync("second", null, StaffRole.Administrator);
        using var admin = await crew.NewAsync("administrator", StaffRole.Administrator);
        var promised = RetentionDates.Of(await WindowAsync());
        var form = await admin.GetAsync(Page);
        Assert.Null(form.Document.QuerySelector("#set"));

        var later = await admin.SubmitAsync(form, [("TextsDay", Day(promised.Texts.AddDays(1))), .. Crew.Signed("second")], "#sign");
        Assert.Equal((HttpStatusCode.BadRequest, "TextsDay"), (later.Status, later.InvalidFields.Single()));
        Assert.Contains($"Participants were promised {Day(promised.Texts)}", later.Text, StringComparison.Ordinal);
        var alone = await admin.SubmitAsync(form, [("TextsDay", Day(promised.Texts.AddDays(-1))), .. Crew.Signed("administrator")], "#sign");
        Assert.Equal(["SecondEmail"], alone.InvalidFields);
        Assert.Equal(promised, RetentionDates.Of(await WindowAsync()));

        var earlier = await admin.SubmitAsync(form, [("TextsDay", Day(promised.Texts.AddDays(-1))), .. Crew.Signed("second")], "#sign");
        Assert.Equal(Page, earlier.Address.AbsolutePath);
        Assert.Equal(promised with { Texts = promised.Texts.AddDays(-1) }, RetentionDates.Of(await WindowAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(form, [("TextsDay", Day(promised.Texts)), .. Crew.Signed("second")], "#sign")).Status);
        Assert.Equal(2, (await AuditAsync()).Count(line => line.StartsWith("retention brought forward: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Erase_NeedsTheSealAndTwo_ShowsWhatWasSearched()
    {
        var made = await TestWindow.MakeAsync(_host);
        var crew = new Crew(_host);
        await crew.AddAsync("second", null, StaffRole.Administrator);
        using (var early = await crew.NewAsync("administrator", StaffRole.Administrator))
        {
            var before = await early.GetAsync(Page);
            Assert.Null(before.Document.QuerySelector("button[formaction*=Erase]"));
            var refused = await early.PostAsync($"{Page}?handler=Erase&kind=People", [before.Token, .. Crew.Signed("second").Select(one => new KeyValuePair<string, string>(one.Item1, one.Item2!))]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("before the record is sealed", refused.Text, StringComparison.Ordinal);
        }
        for (var person = 1; person <= 10; person++) await made.SendAsync(person, $"ZQ{person}QZ words");
        await made.SealAsync();
        using var admin = await crew.SignInAsync("administrator");
        var form = await admin.GetAsync(Page);
        // No report, no freeze; and the texts' button freezes as well.
        Assert.Equal(2, form.Document.QuerySelectorAll("button[formaction*=Erase]").Length);
        Assert.Equal(["SecondEmail"], (await admin.SubmitAsync(form, Crew.Signed("administrator"), "#sign", "button[formaction*=People]")).InvalidFields);
        Assert.Contains("12 invitations", (await admin.GetAsync(Page)).Text, StringComparison.Ordinal);

        var erased = await admin.SubmitAsync(form, Crew.Signed("second"), "#sign", "button[formaction*=People]");

        Assert.Equal((HttpStatusCode.OK, Page), (erased.Status, erased.Address.AbsolutePath));
        Assert.Contains("Nothing found", erased.Document.QuerySelector("#people")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("12 invitations", erased.Text, StringComparison.Ordinal);
        Assert.Equal(RetentionDates.Day(_host.Clock.GetUtcNow()), (await WindowAsync()).PeopleErasedOn);
        Assert.Equal(2, (await AuditAsync()).Count(line => line.StartsWith("erasure ordered: People", StringComparison.Ordinal)));
        Assert.Contains("erased already", (await admin.SubmitAsync(form, Crew.Signed("second"), "#sign", "button[formaction*=People]")).Text, StringComparison.Ordinal);

        // What is gone has no day any more that could be chosen; that of the texts can still be brought forward.
        Assert.Equal("hidden", erased.Document.QuerySelector("[name=PeopleDay]")!.GetAttribute("type"));
        var promised = RetentionDates.Of(await WindowAsync()).Texts;
        erased = await admin.SubmitAsync(erased, [("TextsDay", Day(promised.AddDays(-1))), .. Crew.Signed("second")], "#sign");
        Assert.Equal(promised.AddDays(-1), RetentionDates.Of(await WindowAsync()).Texts);

        var texts = await admin.SubmitAsync(erased, Crew.Signed("second"), "#sign", "button[formaction*=Texts]");
        Assert.Contains("Erased", texts.Document.QuerySelector("#contributors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing to search for", texts.Document.QuerySelector("#texts")!.TextContent, StringComparison.Ordinal);
        Assert.Null(texts.Document.QuerySelector("#sign"));
        Assert.Contains("Everything has been erased.", (await admin.GetAsync(Round)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freeze_FromThirtyDaysAfterTheReport_ByTwo()
    {
        var made = await TestWindow.MakeAsync(_host);
        var crew = new Crew(_host);
        await crew.AddAsync("second", null, StaffRole.Administrator);
        await crew.AddAsync("administrator", null, StaffRole.Administrator);
        for (var person = 1; person <= 10; person++) await made.SendAsync(person, $"ZQ{person}QZ words");
        await made.SealAsync();
        var reported = _host.Clock.GetUtcNow();
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.Report(1, reported), default));
        // A later version changes nothing about the day of the first.
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.Report(1, reported.AddDays(20)), default));

        _host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Day(reported).AddDays(30)).AddMinutes(-1));
        using (var admin = await crew.SignInAsync("administrator"))
            Assert.Null((await admin.GetAsync(Page)).Document.QuerySelector("button[formaction*=Contributors]"));

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = await crew.SignInAsync("administrator");
        var frozen = await again.SubmitAsync(await again.GetAsync(Page), Crew.Signed("second"), "#sign", "button[formaction*=Contributors]");
        Assert.Contains("Erased", frozen.Document.QuerySelector("#contributors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Erased\n", frozen.Document.QuerySelector("#texts .tag")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RetentionDates.Usual((await WindowAsync()).ClosesAt).Texts, (await WindowAsync()).TextsErasedOn);
    }

    [Fact]
    public async Task Round_WithinThirtyDays_SaysWhatIsDue()
    {
        var made = await TestWindow.MakeAsync(_host);
        var crew = new Crew(_host);
        await crew.AddAsync("administrator", null, StaffRole.Administrator);
        var people = RetentionDates.Of(await WindowAsync()).People;
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.IsSealed = true, default));
        foreach (var (days, isDue) in new[] { (31, false), (30, true) })
        {
            _host.Clock.SetUtcNow(RetentionDates.Begins(people.AddDays(-days)));
            using var admin = await crew.SignInAsync("administrator");
            var round = await admin.GetAsync(Round);
            Assert.NotNull(round.Document.QuerySelector($"main a[href='{Page}']"));
            Assert.Equal(isDue, round.Document.QuerySelector("#due") is not null);
            if (!isDue) continue;
            Assert.Contains("nobody can be named in its list", (await admin.GetAsync(Page)).Text, StringComparison.Ordinal);
            await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(made.Id, window => window.Report(1, _host.Clock.GetUtcNow()), default));
            Assert.DoesNotContain("nobody can be named in its list", (await admin.GetAsync(Page)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rule_TellsParticipantsTheDays_InAllLanguages()
    {
        var made = await TestWindow.MakeAsync(_host);
        var dates = RetentionDates.Of(await WindowAsync());
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAsync(visitor, made.Code);
        foreach (var language in Language.All)
        {
            var told = (await visitor.GetAsync(language.Code == "en" ? "/participate/rule" : $"/{language.Code}/participate/rule")).Document.QuerySelector("#retention")!;
            Assert.Equal([Day(dates.People), Day(dates.Texts)], told.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")![..10]));
            Assert.DoesNotContain("Told.", told.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", told.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_ForOthers_IsNotThere()
    {
        await TestWindow.MakeAsync(_host);
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Page)).Status);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<CommentWindow> WindowAsync() => (await _host.WithAsync<CommentWindows, IReadOnlyList<CommentWindow>>(windows => windows.AllAsync(default))).Single();

    private async Task<IReadOnlyList<string>> AuditAsync() =>
        [.. (await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 50, default))).Where(line => line.Subject == "b-tech/1").Select(line => line.Action)];
}
