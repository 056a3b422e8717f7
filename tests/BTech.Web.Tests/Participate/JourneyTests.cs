using System.Net;
using BTech.Testing;
using Npgsql;

namespace BTech.Web.Tests.Participate;

public sealed class JourneyTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(5)]
    [LeakChannel(19, 30)]
    public async Task Link_LookedAt_WritesNothingAndSetsNoCookie()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        var before = await PeopleRowsAsync();

        var page = await visitor.GetAsync($"/participate/{window.Code}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("your own link", page.Text, StringComparison.Ordinal);
        Assert.Contains("The host", page.Text, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal(before, await PeopleRowsAsync());
    }

    [Fact]
    [Invariant(18)]
    public async Task WholeJourney_WriteSendChangeWithdraw_EachStepShowsWhereOneIs()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        var before = await PeopleRowsAsync();

        var rule = await TestWindow.EnterAsync(visitor, window.Code);
        Assert.Equal("What is said may be used, who said it may not", rule.Heading);
        Assert.Contains("6 people", rule.Text, StringComparison.Ordinal);
        Assert.Contains("3 organisations", rule.Text, StringComparison.Ordinal);
        Assert.Contains("urgent@example.org", rule.Text, StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync(rule);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Accepted", refused.InvalidFields);

        var tasks = await visitor.SubmitAsync(refused, [("Accepted", "true")]);
        Assert.Equal("/participate", tasks.Address.AbsolutePath);
        Assert.Contains("Not started", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("Not sent yet", tasks.Text, StringComparison.Ordinal);

        var area = await visitor.GetAsync("/participate/focus-areas/1");
        var next = await visitor.SubmitAsync(area, [("Text", "A first thought.")], "form[data-autosave]");
        Assert.Equal("/participate/focus-areas/2", next.Address.AbsolutePath);
        tasks = await visitor.GetAsync("/participate");
        Assert.Contains("Filled in, not sent", tasks.Text, StringComparison.Ordinal);

        var check = await visitor.GetAsync("/participate/check");
        Assert.Contains("A first thought.", check.Text, StringComparison.Ordinal);
        var sent = await visitor.SubmitAsync(check, button: "button[value=send]");
        Assert.Equal("/participate", sent.Address.AbsolutePath);
        var code = sent.Document.QuerySelector("[data-follow-up-code]")!.TextContent;
        Assert.True(code.Length >= 26);
        Assert.Contains("Sent.", sent.Text, StringComparison.Ordinal);

        var notes = await visitor.SubmitAsync(sent, form: "form:has([value=notes])", button: "[value=notes]");
        Assert.Equal("text/plain", notes.ContentHeaders.ContentType!.MediaType);
        Assert.Contains(code, notes.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("B-Tech", notes.Body.Split('\n')[0], StringComparison.Ordinal);

        var kept = await visitor.SubmitAsync(sent, form: "form:has([value=keep])", button: "[value=keep]");
        Assert.Null(kept.Document.QuerySelector("[data-follow-up-code]"));

        area = await visitor.GetAsync("/participate/focus-areas/1");
        Assert.Equal("A first thought.", area.Value("Text"));
        await visitor.SubmitAsync(area, [("Text", "A second thought.")], "form[data-autosave]");
        Assert.Contains("Changed, not sent", (await visitor.GetAsync("/participate")).Text, StringComparison.Ordinal);

        var withdrawn = await visitor.SubmitAsync(await visitor.GetAsync("/participate/withdraw"));
        Assert.Equal("/participate", withdrawn.Address.AbsolutePath);
        Assert.Contains("Filled in, not sent", withdrawn.Text, StringComparison.Ordinal);

        Assert.Equal(before, await PeopleRowsAsync());
    }

    [Fact]
    public async Task TypedCode_GroupedAndInCapitals_Enters()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/enter"), [("Code", BTech.People.Invitations.InvitationCode.Grouped(window.Code))]);

        Assert.Equal("/participate/rule", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task Code_UnknownRevokedOrImpossible_GivesTheSamePage()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        var invitation = await _host.WithAsync<BTech.People.Invitations.InvitationList, BTech.People.Invitations.Invitation?>(list => list.FindByCodeAsync(window.Code, default));
        await _host.WithAsync<BTech.People.Invitations.InvitationList>(list => list.RevokeAsync(invitation!.Id, default));

        var revoked = await visitor.GetAsync($"/participate/{window.Code}");
        var unknown = await visitor.GetAsync($"/participate/{BTech.People.Invitations.InvitationCode.Mint()}");
        var impossible = await visitor.GetAsync("/participate/never");
        var typed = await visitor.SubmitAsync(await visitor.GetAsync("/participate/enter"), [("Code", "ABCD")]);

        Assert.All([revoked, unknown, impossible, typed], page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
        Assert.Equal(revoked.Text, unknown.Text);
        Assert.Equal(revoked.Text, impossible.Text);
        Assert.Equal("This link or code does not work", typed.Heading);
    }

    [Fact]
    public async Task Link_PostedWithoutItsToken_DoesNotEnter()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();

        var page = await visitor.PostAsync($"/participate/{window.Code}", []);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate")).Status);
    }

    [Fact]
    public async Task Pages_NotEntered_AreNotThere()
    {
        await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();

        foreach (var address in new[] { "", "/rule", "/focus-areas/1", "/paragraphs/1", "/overall", "/check", "/withdraw", "/you", "/offers" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate" + address)).Status);
    }

    [Fact]
    public async Task Pages_OfNumbersThatDoNotExist_AreNotThere()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);

        foreach (var address in new[] { "/focus-areas/9", "/paragraphs/99", $"/focus-areas/1/resources/{Guid.Empty}" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate" + address)).Status);
    }

    [Fact]
    [LeakChannel(29)]
    public async Task SignOut_EndsTheEntryAndClearsTheBrowser()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        var tasks = await TestWindow.EnterAndAcceptAsync(visitor, window.Code);

        var out_ = await visitor.SubmitAsync(tasks, form: "form[action$=sign-out]");

        Assert.Equal("/participate/enter", out_.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate")).Status);
    }

    private async Task<string> PeopleRowsAsync()
    {
        await using var connection = new NpgsqlConnection(_host.Database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
              SELECT 'i' || id::text || xmin::text || ctid::text AS line FROM people.invitation
              UNION ALL SELECT 'p' || id::text || xmin::text || ctid::text FROM people.participant
              UNION ALL SELECT 'l' || encode(hash, 'hex') || xmin::text || ctid::text FROM people.invitation_link
              UNION ALL SELECT 'c' || participant_id::text FROM people.listing_consent UNION ALL SELECT 's' || id::text FROM people.submission
              UNION ALL SELECT 'o' || id::text FROM people.offer
              UNION ALL SELECT 'm' || id::text FROM people.outbox) AS rows
            """, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
