using System.Net;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Mail;

/// <summary>The link in a reminder ends reminders and nothing else, for whoever holds it, without signing in, and betrays nothing.</summary>
public sealed class StoppedRemindersTests : IAsyncLifetime
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
    public async Task Press_EndsRemindersOfThatInvitationAlone_AndTheLinkGoesOnWorking()
    {
        var (stop, person) = await RemindedAsync();
        using var visitor = _host.NewVisitor();
        var done = await visitor.SubmitAsync(await visitor.GetAsync(stop));
        Assert.Contains("no more reminders are sent", done.Text, StringComparison.Ordinal);

        var next = await RemindAsync();
        Assert.Equal(11, next.Count);
        Assert.DoesNotContain(next, letter => letter.Address == person);
        Assert.EndsWith("/participate/rule", (await TestWindow.EnterAsync(visitor, _made.Codes[person])).Address.AbsolutePath, StringComparison.Ordinal);
        // Notices are for everybody.
        var window = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_made.Id, default)))!;
        await _host.WithAsync<WindowNotices>(notices => notices.AddAsync(window, WindowNotice.MoreTime, default));
        await _host.RunAsync<AnnouncementJob>();
        Assert.Equal(12, (await SentAsync()).Count);

        await visitor.SubmitAsync(done, button: "button[value=again]");
        Assert.Equal(12, (await RemindAsync()).Count);
    }

    [Fact]
    public async Task Look_ChangesNothing()
    {
        var (stop, _) = await RemindedAsync();
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync(stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Equal(12, (await RemindAsync()).Count);
    }

    [Fact]
    public async Task MailProgram_PressesForItsReader_WithoutFormOrCookie()
    {
        var (stop, person) = await RemindedAsync();
        using var program = _host.NewVisitor();
        program.Http.DefaultRequestHeaders.Add("Origin", "https://mail.example.net");
        var answer = await program.PostAsync(stop, [new("List-Unsubscribe", "One-Click")]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(await RemindAsync(), letter => letter.Address == person);
    }

    [Fact]
    public async Task UnknownLink_IsAnsweredLikeAnyOther()
    {
        var (stop, _) = await RemindedAsync();
        using var visitor = _host.NewVisitor();
        var known = await visitor.PostAsync(stop, []);
        // A letter changed, made up, of another kind, and far too long.
        foreach (var token in new[] { stop[(stop.LastIndexOf('/') + 1)..][..^2] + "AA", "abc", _made.Code, new string('A', 2000) })
        {
            var unknown = await visitor.PostAsync($"/reminders/stop/{token}", []);
            Assert.Equal((known.Status, known.Text), (unknown.Status, unknown.Text));
        }
        Assert.Equal(11, (await RemindAsync()).Count);
    }

    private async Task<(string Stop, string Person)> RemindedAsync()
    {
        var letter = (await RemindAsync())[0];
        Assert.Contains(letter.Unsubscribe!.ToString(), letter.Text, StringComparison.Ordinal);
        Assert.Contains(letter.Unsubscribe.ToString(), letter.Html, StringComparison.Ordinal);
        return (letter.Unsubscribe.AbsolutePath, letter.Address);
    }

    private async Task<List<Letter>> RemindAsync()
    {
        var window = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_made.Id, default)))!;
        var reminder = new Reminder { Id = Guid.NewGuid(), WindowId = window.Id, DueAt = _host.Clock.GetUtcNow(), Audience = ReminderAudience.Everybody };
        await _host.WithAsync<ReminderLetters>(letters => letters.QueueAsync(window, reminder, _host.Clock.GetUtcNow(), default));
        return await SentAsync();
    }

    private async Task<List<Letter>> SentAsync()
    {
        var letters = new List<Letter>();
        while (await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return letters;
    }
}
