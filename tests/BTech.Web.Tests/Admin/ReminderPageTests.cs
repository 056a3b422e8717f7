using System.Globalization;
using System.Net;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The page on which administrators plan reminders.</summary>
public sealed class ReminderPageTests : IAsyncLifetime
{
    private const string Round = "/admin/windows/b-tech/1";
    private const string Page = $"{Round}/reminders";

    private TestHost _host = null!;
    private TestWindow _made = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _made = await TestWindow.MakeAsync(_host);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Reminders_AddChangeRemove_AreListedAndAudited()
    {
        var round = await _admin.GetAsync(Round);
        Assert.NotNull(round.Document.QuerySelector($"main a[href='{Page}']"));
        Assert.Contains("No reminder is planned.", round.Text, StringComparison.Ordinal);

        var list = await _admin.SubmitAsync(await _admin.GetAsync(Page), [.. At(5), ("Form.To", "group:companies")], "#add");
        Assert.Equal((HttpStatusCode.OK, Page), (list.Status, list.Address.AbsolutePath));
        Assert.Equal(["Group: companies", "Planned"], Cells(list));
        Assert.Contains("Next: ", (await _admin.GetAsync(Round)).Text, StringComparison.Ordinal);

        var form = await _admin.GetAsync(list.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal((Day(5), "10:00", "group:companies"), (form.Value("Form.Moment.Date"), form.Value("Form.Moment.Time"), form.Value("Form.To")));
        var changed = await _admin.SubmitAsync(form, [.. At(6), ("Form.To", "language:fr")]);
        Assert.Equal(Page, changed.Address.AbsolutePath);
        Assert.Equal(["Written to in: français", "Planned"], Cells(changed).Select(cell => cell.Replace("Français", "français", StringComparison.Ordinal)));

        var removed = await _admin.SubmitAsync(changed, form: "tbody form[action*=Remove]");
        Assert.Contains("No reminder is planned.", removed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.SubmitAsync(changed, form: "tbody form[action*=Remove]")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.SubmitAsync(form, At(7))).Status);

        var lines = (await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 20, default))).Where(line => line.Subject == "b-tech/1").Select(line => line.Action).ToList();
        Assert.Single(lines, line => line.StartsWith($"reminder planned: {Day(5)}", StringComparison.Ordinal) && line.EndsWith("group:companies", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("reminder changed: ", StringComparison.Ordinal) && line.EndsWith("language:fr", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith($"reminder removed: {Day(6)}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "10:00", "everybody", "Form.Moment.Date", "Enter a date as")]
    [InlineData("soon", "10:00", "everybody", "Form.Moment.Date", "Enter a date as")]
    [InlineData("2020-01-01", "10:00", "everybody", "Form.Moment.Date", "This date has passed")]
    [InlineData("+29", "10:00", "everybody", "Form.Moment.Date", "Writing is over at that moment")]
    [InlineData("+5", "10:00", "group:nobody", "Form.To", "Choose everybody, a group or a language")]
    [InlineData("+5", "10:00", "p1@example.org", "Form.To", "Choose everybody, a group or a language")]
    public async Task Add_Bad_IsRefusedBesideTheFieldAndKept(string date, string time, string to, string field, string reason)
    {
        var typed = date.StartsWith('+') ? Day(int.Parse(date, CultureInfo.InvariantCulture)) : date;
        var refused = await _admin.SubmitAsync(await _admin.GetAsync(Page), [("Form.Moment.Date", typed), ("Form.Moment.Time", time), ("Form.To", to)], "#add");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([field], refused.InvalidFields);
        Assert.Contains(reason, refused.Document.QuerySelector($".error-summary a[href='#{field.Replace('.', '_')}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, refused.Value("Form.Moment.Date"));
        Assert.Equal(time, refused.Value("Form.Moment.Time"));
        if (field != "Form.To") Assert.Equal(to, refused.Value("Form.To"));
        Assert.Contains("No reminder is planned.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_SameMomentTwice_IsRefusedWhetherTypedOrMovedThere()
    {
        var form = await _admin.GetAsync(Page);
        await _admin.SubmitAsync(form, At(5), "#add");
        var twice = await _admin.SubmitAsync(form, [.. At(5), ("Form.To", "language:fr")], "#add");
        Assert.Equal(["Form.Moment.Date"], twice.InvalidFields);
        Assert.Contains("Another reminder of this round has that moment", twice.Text, StringComparison.Ordinal);
        Assert.Equal("language:fr", twice.Value("Form.To"));
        var two = await _admin.SubmitAsync(form, At(6), "#add");
        var moved = await _admin.SubmitAsync(await _admin.GetAsync(two.Document.QuerySelectorAll("main tbody a")[1].GetAttribute("href")!), At(5));
        Assert.Equal((HttpStatusCode.BadRequest, Day(5)), (moved.Status, moved.Value("Form.Moment.Date")));
        Assert.Equal(["Form.Moment.Date"], moved.InvalidFields);
    }

    [Fact]
    public async Task Add_TwoAtOnce_OneIsRefused()
    {
        var form = await _admin.GetAsync(Page);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _admin.SubmitAsync(form, At(5), "#add")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal(["Form.Moment.Date"], answer.InvalidFields));
    }

    [Fact]
    public async Task Add_BeforeOpening_IsPlannedAheadButNotForADayBeforeIt()
    {
        await using var host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(host, opened: false, opensIn: TimeSpan.FromDays(3));
        using var admin = await new Crew(host).NewAsync("administrator", StaffRole.Administrator);
        var form = await admin.GetAsync(Page);
        var refused = await admin.SubmitAsync(form, At(1), "#add");
        Assert.Contains("not open yet at that moment", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["Form.Moment.Date"], refused.InvalidFields);
        Assert.Equal(["Everybody invited", "Planned"], Cells(await admin.SubmitAsync(form, At(5), "#add")));
    }

    [Fact]
    public async Task Usual_PressedTwice_PlansThreeToEverybody()
    {
        var form = await _admin.GetAsync(Page);
        Assert.Contains("14 days, 7 days and 1 day before closing", form.Text, StringComparison.Ordinal);
        var planned = await _admin.SubmitAsync(form, form: "#usual");
        Assert.Equal(Enumerable.Repeat(new[] { "Everybody invited", "Planned" }, 3).SelectMany(cells => cells), Cells(planned));
        Assert.Null(planned.Document.QuerySelector("#usual"));
        Assert.Equal(6, Cells(await _admin.SubmitAsync(form, form: "#usual")).Count);
        Assert.Contains("As it would go out on", planned.Text, StringComparison.Ordinal);
        Assert.Contains("There are 14 days left", planned.Document.QuerySelector("[data-letter=en]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_IsShownInSixLanguages_WithALinkThatOpensNothing()
    {
        var page = await _admin.GetAsync(Page);
        var letters = page.Document.QuerySelectorAll("[data-letter]");
        Assert.Equal(["en", "ar", "zh", "fr", "ru", "es"], letters.Select(letter => letter.GetAttribute("data-letter")!));
        Assert.Contains("سيُتلف من دون أن يُقرأ", letters[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("rtl", letters[1].QuerySelector("div")!.GetAttribute("dir"));
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/participate/{new string('0', 32)}")).Status);
    }

    [Fact]
    public async Task Reminders_GoneOut_CannotBeChangedOrRemoved()
    {
        var list = await _admin.SubmitAsync(await _admin.GetAsync(Page), At(1), "#add");
        var change = await _admin.GetAsync(list.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _host.RunAsync<ReminderJob>();
        using var admin = await new Crew(_host).SignInAsync("administrator");
        var gone = await admin.GetAsync(Page);
        Assert.Equal(["Everybody invited", "Gone out"], Cells(gone));
        Assert.Null(gone.Document.QuerySelector("main tbody form"));
        Assert.Null((await admin.GetAsync(change.Address.AbsolutePath)).Document.QuerySelector("main form"));
        var id = change.Address.Segments[^1];
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync($"{Page}?handler=Remove", [gone.Token, KeyValuePair.Create("id", id)])).Status);
        var late = await admin.PostAsync(change.Address.AbsolutePath, [gone.Token, .. At(9).Select(field => KeyValuePair.Create(field.Name, field.Value!)), KeyValuePair.Create("Form.To", "everybody")]);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("cannot be changed any more", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_Closed_ShowsTheListWithoutForms()
    {
        var form = await _admin.SubmitAsync(await _admin.GetAsync(Page), At(5), "#add");
        await _made.CloseEarlyAsync();
        var closed = await _admin.GetAsync(Page);
        Assert.Contains("Writing is over: no reminder goes out any more", closed.Text, StringComparison.Ordinal);
        Assert.Single(closed.Document.QuerySelectorAll("main tbody tr"));
        Assert.Empty(closed.Document.QuerySelectorAll("main form"));
        foreach (var (selector, values) in new[] { ("#add", At(6)), ("#usual", []), ("tbody form[action*=Remove]", []) })
        {
            var late = await _admin.SubmitAsync(form, values, selector);
            Assert.Equal(HttpStatusCode.BadRequest, late.Status);
            Assert.Single(late.Document.QuerySelectorAll("main tbody tr"));
        }
    }

    [Fact]
    [Invariant(29)]
    public async Task Reminders_WhoeverWrote_LookTheSame()
    {
        await _admin.SubmitAsync(await _admin.GetAsync(Page), At(5), "#add");
        var before = (await _admin.GetAsync(Page)).Text;
        await _made.SendAsync(1, "A thought.");
        await _made.SendAsync(2, "Another.");
        Assert.Equal(before, (await _admin.GetAsync(Page)).Text);
    }

    [Fact]
    public async Task Reminders_OthersThanAdministrators_FindNothing()
    {
        var list = await _admin.SubmitAsync(await _admin.GetAsync(Page), At(5), "#add");
        var change = list.Document.QuerySelector("main tbody a")!.GetAttribute("href")!;
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        foreach (var address in new[] { Page, change, $"{Round}/reminders/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"{Round}/reminders/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync("/admin/windows/b-tech/9/reminders")).Status);
    }

    [Fact]
    public async Task Moderators_SeeWhenRemindersToEverybodyWentOut()
    {
        await _admin.SubmitAsync(await _admin.GetAsync(Page), [.. At(1)], "#add");
        await _admin.SubmitAsync(await _admin.GetAsync(Page), [.. At(2), ("Form.To", "group:companies")], "#add");
        _host.Clock.Advance(TimeSpan.FromHours(40));
        await _host.RunAsync<ReminderJob>();
        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _host.RunAsync<ReminderJob>();
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Single((await moderator.GetAsync("/moderate")).Document.QuerySelectorAll("main ul li > time"));
    }

    private (string Name, string? Value)[] At(int days) => [("Form.Moment.Date", Day(days)), ("Form.Moment.Time", "10:00")];

    private string Day(int days) => TimeZoneInfo.ConvertTime(_host.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Cells(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll("main tbody tr").SelectMany(row => row.QuerySelectorAll("td").Take(2)).Select(cell => cell.TextContent.Trim())];
}
