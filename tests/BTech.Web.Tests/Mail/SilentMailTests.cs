using System.Text.RegularExpressions;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Mail;

/// <summary>
/// Mail does not say who has written. Invariant 13: two runs with the same people and different authors leave the same letters in the outbox.
/// </summary>
public sealed partial class SilentMailTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddHours(1);

    [Fact]
    [Invariant(13)]
    [LeakChannel(24)]
    public async Task Outbox_OtherPeopleWrite_HoldsTheSameLetters()
    {
        var one = await RunAsync(senders: [1, 2, 3], drafters: [4, 5]);
        var other = await RunAsync(senders: [7, 8, 9, 10, 11], drafters: [1]);
        var nobody = await RunAsync(senders: [], drafters: []);

        Assert.Equal(24 + 6, one.Count);
        Assert.Equal(one, other);
        Assert.Equal(one, nobody);
    }

    [Fact]
    [Invariant(13)]
    [LeakChannel(24)]
    public async Task Outbox_WhileTheyWrite_StaysEmpty()
    {
        await using var host = await TestHost.StartAsync();
        var window = await TestWindow.MakeAsync(host);
        await WriteAsync(window, senders: [1, 2], drafters: [3]);
        using var visitor = host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.CodeOf(1));
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/withdraw"));

        await host.RunAsync<AnnouncementJob>();
        await host.RunAsync<ReminderJob>();

        Assert.Equal(0, await host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    // Reminders to everybody and to a group, some writing before and some between; the letters with the link cut out, in no order.
    private static async Task<IReadOnlyList<(string Address, string Subject, string Text, string Html)>> RunAsync(int[] senders, int[] drafters)
    {
        await using var host = await TestHost.StartAsync();
        host.Clock.SetUtcNow(Start);
        var made = await TestWindow.MakeAsync(host);
        var window = (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(made.Id, default)))!;
        await host.WithAsync<ReminderBook>(async book =>
        {
            Assert.Equal(ReminderProblem.None, await book.AddAsync(window, Start.AddMinutes(10), ReminderAudience.Everybody, default));
            Assert.Equal(ReminderProblem.None, await book.AddAsync(window, Start.AddMinutes(20), ReminderAudience.OfGroup("companies"), default));
            Assert.Equal(ReminderProblem.None, await book.AddAsync(window, window.ClosesAt.AddDays(-1), ReminderAudience.Everybody, default));
        });
        await WriteAsync(made, senders[..(senders.Length / 2)], drafters);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.RunAsync<ReminderJob>();
        await WriteAsync(made, senders[(senders.Length / 2)..], []);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.RunAsync<ReminderJob>();
        await host.RunAsync<MixJob>();
        host.Clock.SetUtcNow(window.ClosesAt.AddDays(-1));
        await host.RunAsync<ReminderJob>();
        await host.RunAsync<AnnouncementJob>();

        var letters = new List<(string, string, string, string)>();
        await host.WithAsync<Outbox>(async outbox =>
        {
            while (await outbox.TakeAsync((letter, _) =>
            {
                letters.Add((letter.Address, letter.Subject, WithoutCode(letter.Text), WithoutCode(letter.Html)));
                return Task.CompletedTask;
            }, default) == Taken.Sent) { }
        });
        return [.. letters.Order()];
    }

    private static async Task WriteAsync(TestWindow window, int[] senders, int[] drafters)
    {
        foreach (var person in senders) await window.SendAsync(person, $"ZQ{person}QZ");
        foreach (var person in drafters)
        {
            using var visitor = window.Host.NewVisitor();
            await TestWindow.EnterAndAcceptAsync(visitor, window.CodeOf(person));
            await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", $"ZQ{person}QZ, not sent")], "form[data-autosave]");
        }
    }

    private static string WithoutCode(string text) => Code().Replace(text, "…");

    [GeneratedRegex("(?i)(?<=/reminders/stop/)[\\w-]+|(?<![0-9a-z])(?:[0-9a-hjkmnp-tv-z]{32}|(?:[0-9a-hjkmnp-tv-z]{4}-){7}[0-9a-hjkmnp-tv-z]{4})(?![0-9a-z])")]
    private static partial Regex Code();
}
