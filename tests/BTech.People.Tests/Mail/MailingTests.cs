using System.Collections.Concurrent;
using BTech.Agenda.Reminders;
using BTech.People.Invitations;
using BTech.People.Mail;

namespace BTech.People.Tests.Mail;

/// <summary>A mailing to everybody, a group or a language goes into the outbox as a whole, once, and to nobody else.</summary>
public sealed class MailingTests : IAsyncLifetime
{
    private readonly Guid _window = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleSide.NewAsync();
        var rows = string.Concat(Enumerable.Range(1, 12).Select(i =>
            FormattableString.Invariant($"p{i:00},r,o{i % 3},{(i <= 6 ? "companies" : "states")},p{i:00}@example.org,{(i % 2 == 0 ? "fr" : "en")}\n")));
        await ImportAsync(rows);
        var everybody = await ListAsync();
        await _people.WithAsync<InvitationList>(list => list.MakeLiveAsync(_window, [.. everybody.Select(person => person.InvitationId)], default));
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Theory]
    [InlineData("everybody", "01 02 03 04 05 06 07 08 09 10 11 12")]
    [InlineData("group:companies", "01 02 03 04 05 06")]
    [InlineData("language:fr", "02 04 06 08 10 12")]
    [InlineData("group:nobody", "")]
    public async Task Remind_AnAudience_ReachesAllOfItAndNobodyElse(string audience, string expected)
    {
        await RemindAsync(Reminder(audience));

        Assert.Equal(expected, string.Join(' ', (await SentAsync()).Select(letter => letter.Address[1..3]).Order()));
    }

    [Fact]
    public async Task Remind_RevokedOrPrepared_GetNone()
    {
        await _people.WithAsync<InvitationList, bool>(async list => await list.RevokeAsync((await list.ForWindowAsync(_window, default))[0].InvitationId, default));
        await ImportAsync("late,r,o,states,late@example.org,en\n");

        await RemindAsync(Reminder("everybody"));

        Assert.Equal(11, (await SentAsync()).Count(letter => letter.Address.StartsWith('p')));
        Assert.Equal(0, await _people.CountAsync("outbox"));
    }

    [Fact]
    public async Task Remind_FourNodesAtOnce_QueueOnce()
    {
        var reminder = Reminder("everybody");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RemindAsync(reminder)));

        Assert.Equal(12, await _people.CountAsync("outbox"));
        Assert.Equal(12, await _people.CountAsync("invitation_link"));
    }

    [Fact]
    public async Task Remind_AgainAfterTheLettersWereSent_QueuesNothing()
    {
        var reminder = Reminder("everybody");
        await RemindAsync(reminder);
        await SentAsync();

        await RemindAsync(reminder);

        Assert.Equal(0, await _people.CountAsync("outbox"));
        Assert.Equal(1, await _people.CountAsync("mailing"));
    }

    [Fact]
    public async Task Remind_CutOffBetweenTwoLetters_LeavesNothingAndTheNextTryQueuesAll()
    {
        var reminder = Reminder("everybody");
        await _people.WithAsync<InvitationList>(async list =>
        {
            var written = 0;
            await Assert.ThrowsAsync<IOException>(() => list.RemindAsync(reminder, (person, code) => ++written == 5 ? throw new IOException("cut off") : Write(person, code), default));
            // The same scope goes on with another mailing: nothing of the first comes along.
            await list.RemindAsync(Reminder("group:nobody"), Write, default);
        });
        Assert.Equal((0, 0), (await _people.CountAsync("outbox"), await _people.CountAsync("invitation_link")));

        await RemindAsync(reminder);

        Assert.Equal(12, await _people.CountAsync("outbox"));
    }

    [Fact]
    public async Task Remind_Links_AreFreshAndOldOnesStay()
    {
        var first = await _people.WithAsync<InvitationList, string>(async list => await list.MintLinkAsync((await list.ForWindowAsync(_window, default))[0].InvitationId, default));
        var codes = new ConcurrentBag<string>();
        await RemindAsync(Reminder("everybody"), codes.Add);

        Assert.Equal(12, codes.Distinct().Count());
        foreach (var code in codes.Append(first))
            Assert.NotNull(await _people.WithAsync<InvitationList, Invitation?>(list => list.FindByCodeAsync(code, default)));
    }

    [Fact]
    public async Task Remind_Order_IsAnotherEachTime()
    {
        List<string> first = [], second = [];
        await _people.WithAsync<InvitationList>(list => list.RemindAsync(Reminder("everybody"), (person, code) => { first.Add(person.Name); return Write(person, code); }, default));
        await _people.WithAsync<InvitationList>(list => list.RemindAsync(Reminder("everybody"), (person, code) => { second.Add(person.Name); return Write(person, code); }, default));

        Assert.NotEqual(first.Order(), first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Tell_EverybodyTwice_QueuesOnce()
    {
        var notice = Guid.NewGuid();
        foreach (var _ in new[] { 1, 2 })
            await _people.WithAsync<InvitationList>(list => list.TellEverybodyAsync(notice, _window, person => Write(person, ""), default));

        Assert.Equal(12, await _people.CountAsync("outbox"));
    }

    [Fact]
    public async Task Take_RefusedForGood_IsForgottenAndNotedUntilAnotherArrives()
    {
        var person = (await ListAsync())[0];
        await MailAsync(person);
        Assert.Equal(Taken.Refused, await TakeAsync((_, _) => throw new DeliveryException(DeliveryFault.ForGood, "550 no\r\nsuch  mailbox")));

        Assert.Equal(0, await _people.CountAsync("outbox"));
        Assert.Equal(new DeliveryTrouble(person.InvitationId, DeliveryStanding.Refused, "550 no such mailbox"), Assert.Single(await TroubleAsync()));
        await MailAsync(person);
        Assert.Equal(Taken.Sent, await TakeAsync((_, _) => Task.CompletedTask));
        Assert.Empty(await TroubleAsync());
    }

    [Fact]
    public async Task Take_FailsForNowUntilItIsTooLate_IsNotedAsSuch()
    {
        var person = (await ListAsync())[0];
        await MailAsync(person, _people.Clock.GetUtcNow().AddHours(1));
        Assert.Equal(Taken.Failed, await TakeAsync((_, _) => throw new DeliveryException(DeliveryFault.ForNow, "450 later")));
        Assert.Equal(DeliveryStanding.Waiting, Assert.Single(await TroubleAsync()).Standing);

        _people.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Taken.TooLate, await TakeAsync((_, _) => throw new InvalidOperationException("It was sent.")));

        Assert.Equal(new DeliveryTrouble(person.InvitationId, DeliveryStanding.TooLate, "450 later"), Assert.Single(await TroubleAsync()));
    }

    [Fact]
    public async Task Take_TheServersFault_CountsAndNotesNothing()
    {
        await MailAsync((await ListAsync())[0]);
        Assert.Equal(Taken.ServerDown, await TakeAsync((_, _) => throw new DeliveryException(DeliveryFault.Server, "421 no")));

        Assert.Empty(await TroubleAsync());
        // Due at once, as if nothing had been tried.
        Assert.Equal(Taken.Sent, await TakeAsync((_, _) => Task.CompletedTask));
    }

    private Task MailAsync(InvitedPerson person, DateTimeOffset? uselessFrom = null) => _people.WithAsync<InvitationList>(list => list.MailAsync(
        _window, [person.InvitationId], (invited, code) => Write(invited, code) with { InvitationId = invited.InvitationId, UselessFrom = uselessFrom }, default));

    private Task<Taken> TakeAsync(Func<Letter, CancellationToken, Task> send) => _people.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync(send, default));

    private Task<IReadOnlyList<DeliveryTrouble>> TroubleAsync() => _people.WithAsync<Outbox, IReadOnlyList<DeliveryTrouble>>(outbox => outbox.TroubleAsync(_window, default));

    private Reminder Reminder(string audience)
    {
        Assert.True(ReminderAudience.TryParse(audience, out var parsed));
        return new Reminder { Id = Guid.NewGuid(), WindowId = _window, DueAt = _people.Clock.GetUtcNow(), Audience = parsed };
    }

    private static Letter Write(InvitedPerson person, string code) => new(person.Email, person.Name, person.Language, "Subject", code, code);

    private Task RemindAsync(Reminder reminder, Action<string>? minted = null) => _people.WithAsync<InvitationList>(list => list.RemindAsync(reminder, (person, code) =>
    {
        minted?.Invoke(code);
        return Write(person, code);
    }, default));

    private async Task<List<Letter>> SentAsync()
    {
        var letters = new List<Letter>();
        while (await _people.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return letters;
    }

    private Task<IReadOnlyList<InvitedPerson>> ListAsync() => _people.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window, default));

    private async Task ImportAsync(string rows)
    {
        using var file = PeopleSide.File("name,role,organisation,group,email,language\n" + rows);
        Assert.True((await _people.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(_window, file, ["companies", "states"], save: true, default))).IsClean);
    }
}
