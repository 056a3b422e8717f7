using System.Net;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;
using MimeKit;

namespace BTech.Web.Tests.Participate;

/// <summary>Fewer than ten have sent when the window closes: nothing is opened, everybody is told, and there are three ways on.</summary>
public sealed class BelowTheFloorTests : IAsyncLifetime
{
    private const string Seal = "/admin/windows/b-tech/1/seal";

    private TestHost _host = null!;
    private TestWindow _window = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        var crew = new Crew(_host);
        await crew.AddAsync("clearance", null, StaffRole.Clearance);
        _window = await TestWindow.MakeAsync(_host);
        for (var person = 1; person <= 7; person++) await _window.SendAsync(person, $"ZQ{person}QZ");
        await _window.CloseAsync();
        _host.Clock.Advance(TimeSpan.FromHours(25));
        _admin = await crew.NewAsync("administrator", StaffRole.Administrator);
        var refused = await _admin.SubmitAsync(await _admin.GetAsync(Seal), Crew.Signed("clearance"), "#sign");
        Assert.Contains("nothing was opened", refused.Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_IsToldOnceAlikeWhetherTheyWroteOrNot()
    {
        await _admin.SubmitAsync(await _admin.GetAsync(Seal), Crew.Signed("clearance"), "#floor", "button[formaction*=Agreed]");
        await _host.RunAsync<AnnouncementJob>();
        await _host.RunAsync<AnnouncementJob>();
        await _host.RunAsync<MailJob>();
        var letters = new List<MimeMessage>();
        foreach (var file in Directory.GetFiles(_host.MailFolder, "*.eml")) letters.Add(await MimeMessage.LoadAsync(file));
        Assert.Equal(Enumerable.Range(1, 12).Select(person => $"p{person}@example.org").Order(), letters.Select(letter => letter.To.Mailboxes.Single().Address).Order());
        Assert.Single(letters.Select(letter => letter.TextBody![letter.TextBody!.IndexOf('\n', StringComparison.Ordinal)..]).Distinct());
        Assert.Contains("whether they have written or not", letters[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_GivesMoreTime_AndTheTenthLetsItBeSealed()
    {
        var page = await _admin.GetAsync(Seal);
        var past = await _admin.SubmitAsync(page, [("Closes.Date", "2020-01-01"), .. Crew.Signed("clearance")], "#floor", "button[formaction*=Extend]");
        Assert.Equal(["Closes.Date"], past.InvalidFields);
        var alone = await _admin.SubmitAsync(page, Crew.Signed("administrator"), "#floor", "button[formaction*=Extend]");
        Assert.Equal(["SecondEmail"], alone.InvalidFields);
        await _admin.SubmitAsync(page, Crew.Signed("clearance"), "#floor", "button[formaction*=Extend]");
        Assert.Equal(WindowState.Open, await StateAsync());
        for (var person = 8; person <= 10; person++) await _window.SendAsync(person, $"ZQ{person}QZ");
        _host.Clock.Advance(TimeSpan.FromDays(16));
        using var again = await SignInAgainAsync();
        var done = await again.SubmitAsync(await again.GetAsync(Seal), Crew.Signed("clearance"), "#sign");
        Assert.Equal(WindowState.Sealed, await StateAsync());
        Assert.Contains("The record is sealed", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreed_OpensTheirsAlone_AndTheSealPageSaysSo()
    {
        for (var person = 1; person <= 5; person++)
        {
            using var author = _host.NewVisitor();
            var tasks = await TestWindow.EnterAndAcceptAsync(author, _window.CodeOf(person));
            Assert.Contains("Fewer than ten people have sent comments", tasks.Text, StringComparison.Ordinal);
            var agreed = await author.SubmitAsync(tasks, form: "form:has([value=agree])", button: "[value=agree]");
            Assert.Contains("You have agreed", agreed.Text, StringComparison.Ordinal);
            if (person == 5)
            {
                // Taken back, it is one too few.
                await author.SubmitAsync(agreed, form: "form:has([value=disagree])", button: "[value=disagree]");
                var refused = await _admin.SubmitAsync(await _admin.GetAsync(Seal), Crew.Signed("clearance"), "#floor", "button[formaction*=Agreed]");
                Assert.Contains("Too few", refused.Text, StringComparison.Ordinal);
                Assert.Equal(WindowState.Closed, await StateAsync());
                await author.SubmitAsync(await author.GetAsync("/participate"), form: "form:has([value=agree])", button: "[value=agree]");
            }
        }
        using var silent = _host.NewVisitor();
        Assert.Null((await TestWindow.EnterAndAcceptAsync(silent, _window.CodeOf(12))).Document.QuerySelector("[value=agree]"));

        await _admin.SubmitAsync(await _admin.GetAsync(Seal), Crew.Signed("clearance"), "#floor", "button[formaction*=Agreed]");
        Assert.Equal(WindowState.Sealed, await StateAsync());
        using var anyone = _host.NewVisitor();
        var seal = await anyone.GetAsync("/seals/b-tech/1");
        Assert.Contains("Only the comments of those who agreed", seal.Text, StringComparison.Ordinal);
        Assert.Contains("5 to 9", seal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seal.", seal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroyed_ParticipantsReadThatNothingWasOpened()
    {
        using var author = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(author, _window.CodeOf(2));
        await _admin.SubmitAsync(await _admin.GetAsync(Seal), Crew.Signed("clearance"), "#floor", "button[formaction*=Destroy]");
        Assert.Equal(WindowState.Sealed, await StateAsync());
        // The cookie died with its key; the link still opens what is left.
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/participate")).Status);
        Assert.Contains("destroyed unread", (await TestWindow.EnterAsync(author, _window.CodeOf(2))).Text, StringComparison.Ordinal);
        using var anyone = _host.NewVisitor();
        Assert.Contains("Nothing was opened", (await anyone.GetAsync("/seals/b-tech/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WhileWaiting_IsPossible()
    {
        using var author = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(author, _window.CodeOf(3));
        await author.SubmitAsync(await author.GetAsync("/participate/withdraw"));
        Assert.Contains("You have not sent anything", (await author.GetAsync("/participate")).Text, StringComparison.Ordinal);
    }

    private async Task<FormClient> SignInAgainAsync() => await new Crew(_host).SignInAsync("administrator");

    private async Task<WindowState> StateAsync() =>
        (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_window.Id, default)))!.StateAt(_host.Clock.GetUtcNow());
}
