using System.Net;
using BTech.People.Mail;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Account;

/// <summary>A lost staff password: a one-time link by mail, the same answer for everybody, sessions ended, the audit knows.</summary>
public sealed class ForgottenPasswordTests : IAsyncLifetime
{
    private const string NewPassword = "eight white bears 8";

    private TestHost _host = null!;
    private Crew _crew = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        await _crew.AddAsync("reader", null, StaffRole.Moderator);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Link_SetsANewPasswordOnce_EndsEverySession_AndIsAudited()
    {
        using var signedIn = await _crew.SignInAsync("reader");
        await AskAsync("reader@example.org", "/fr");
        var letter = Assert.Single(await SentAsync());
        Assert.Equal("fr", letter.Language);
        var link = letter.Text.Split('\n').Single(line => line.StartsWith("http://localhost/fr/account/set-password/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/account")).Status);

        using var visitor = _host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync(link), [("Password", NewPassword), ("Again", NewPassword)]);

        Assert.Equal("/account/login", (await signedIn.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "reader@example.org"), ("Password", NewPassword)]);
        Assert.Equal("/account", page.Address.AbsolutePath);
        var audit = await _host.Database.ListAsync("SELECT action || ': ' || subject FROM team.audit_entry ORDER BY number DESC LIMIT 3");
        Assert.Contains("one-time password link asked for by mail: reader@example.org", audit);
        Assert.Contains("password set: reader@example.org", audit);
    }

    [Fact]
    public async Task Ask_UnknownOrClosed_SeesTheSameAndGetsNothing()
    {
        var closed = await _crew.AddAsync("gone", null, StaffRole.Clearance);
        await _host.WithAsync<StaffAccounts, AssignmentOutcome>(accounts => accounts.CloseAsync(null, closed.Id, default));
        var known = await AskAsync("reader@example.org");
        foreach (var address in new[] { "nobody@example.org", "gone@example.org" })
        {
            var unknown = await AskAsync(address);
            Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        }
        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM team.password_link"))[0]);

        Assert.Equal("reader@example.org", Assert.Single(await SentAsync()).Address);
    }

    [Fact]
    public async Task Link_AfterAnHour_IsOver_AndTheLetterIsNotSentAnyMore()
    {
        await AskAsync("reader@example.org");
        await _host.RunAsync<AskedJob>();
        _host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(await SentAsync());
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    [Fact]
    public async Task Ask_OfSomebodyNew_LeavesTheAdministratorsLinkGood()
    {
        using var admin = await _crew.NewAsync("admin", StaffRole.Administrator);
        var given = await admin.SubmitAsync(await admin.GetAsync("/admin/staff"), [("Email", "new@example.org"), ("Role", "Moderator")], "#give");
        var shown = given.Document.QuerySelector("[role=status] code, .panel code")!.TextContent;
        var mailed = Assert.Single(await SentAsync());
        Assert.Equal("new@example.org", mailed.Address);
        Assert.Contains(shown, mailed.Text, StringComparison.Ordinal);

        await AskAsync("new@example.org");
        Assert.Single(await SentAsync());
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(shown)).Status);
    }

    private async Task<VisitedPage> AskAsync(string address, string prefix = "")
    {
        using var visitor = _host.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync($"{prefix}/account/forgot"), [("Email", address)]);
    }

    private async Task<List<Letter>> SentAsync()
    {
        await _host.RunAsync<AskedJob>();
        var letters = new List<Letter>();
        while (await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return letters;
    }
}
