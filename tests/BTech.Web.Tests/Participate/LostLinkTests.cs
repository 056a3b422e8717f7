using System.Net;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;

namespace BTech.Web.Tests.Participate;

/// <summary>A lost link goes by mail to whoever is invited, and nobody learns who that is.</summary>
public sealed class LostLinkTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _made = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _made = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Ask_Invited_GetsANewLinkThatWorksBesideTheOld()
    {
        await AskAsync(" P1@EXAMPLE.org ");
        var letter = Assert.Single(await SentAsync());
        Assert.Equal("p1@example.org", letter.Address);
        var link = letter.Text.Split('\n').Single(line => line.StartsWith("http://localhost/participate/", StringComparison.Ordinal));

        using var visitor = _host.NewVisitor();
        Assert.EndsWith("/participate/rule", (await visitor.SubmitAsync(await visitor.GetAsync(link))).Address.AbsolutePath, StringComparison.Ordinal);
        using var other = _host.NewVisitor();
        Assert.EndsWith("/participate/rule", (await TestWindow.EnterAsync(other, _made.CodeOf(1))).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AnybodyElse_SeesTheSameAndGetsNothing()
    {
        var revoked = (await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_made.Id, default))).Single(person => person.Email == "p2@example.org");
        await _host.WithAsync<InvitationList, bool>(list => list.RevokeAsync(revoked.InvitationId, default));
        var before = await LinksAsync();
        var known = await AskAsync("p1@example.org");
        foreach (var address in new[] { "nobody@example.org", "p2@example.org", "p1@example.com" })
        {
            var unknown = await AskAsync(address);
            Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        }
        // Nothing was looked up while they waited: the database is as it was.
        Assert.Equal(before, await LinksAsync());
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));

        Assert.Equal("p1@example.org", Assert.Single(await SentAsync()).Address);
    }

    [Fact]
    public async Task Ask_BeforeOpening_SendsNothing()
    {
        await using var host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(host, opened: false);
        using var visitor = host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", "p1@example.org")]);
        await host.RunAsync<AskedJob>();

        Assert.Equal(0, await host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@c")]
    [InlineData("Name <a@example.org>")]
    public async Task Ask_NoAddress_IsSaidBesideTheFieldWithTheTextKept(string typed)
    {
        using var visitor = _host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Email"], page.InvalidFields);
        Assert.Equal(typed, page.Value("Email"));
        Assert.Empty(await SentAsync());
    }

    [Fact]
    public async Task Ask_AgainAndAgain_WritesThreeLettersToOneAddress_AndTiresOfOneNetwork()
    {
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(i < 10 ? "p1@example.org" : "P1@example.org")).Status);
        Assert.Equal(3, (await SentAsync()).Count);

        var tired = await AskAsync("p3@example.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, tired.Status);
        Assert.Equal("p3@example.org", tired.Value("Email"));
        Assert.Empty(await SentAsync());
        _host.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync("p1@example.org");
        Assert.Single(await SentAsync());
    }

    [Fact]
    public async Task Ask_FromElsewhere_IsRefused()
    {
        using var visitor = _host.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", "p1@example.org")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Empty(await SentAsync());
    }

    [Fact]
    public async Task EntrancePages_LeadThere_AndItSetsNoCookie()
    {
        using var visitor = _host.NewVisitor();
        foreach (var address in new[] { "/participate/enter", "/participate/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
            Assert.NotNull((await visitor.GetAsync(address)).Document.QuerySelector("a[href='/participate/lost-link']"));
        Assert.False((await visitor.GetAsync("/participate/lost-link")).Headers.Contains("Set-Cookie"));
    }

    private async Task<VisitedPage> AskAsync(string address)
    {
        using var visitor = _host.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", address)]);
    }

    private async Task<List<Letter>> SentAsync()
    {
        await _host.RunAsync<AskedJob>();
        var letters = new List<Letter>();
        while (await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return letters;
    }

    private async Task<string> LinksAsync() => (await _host.Database.ListAsync("SELECT count(*)::text FROM people.invitation_link"))[0];
}
