using System.Security.Cryptography;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages.Coach;
using BTech.People.Mail;
using BTech.People.Participants;
using BTech.People.Registrations;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>Who is invited to which window, and the links that open an invitation. Reading never writes.</summary>
public sealed class InvitationList
{
    private readonly PeopleContext _people;
    private readonly Outbox _outbox;

    internal InvitationList(PeopleContext people, Outbox outbox)
    {
        _people = people;
        _outbox = outbox;
    }

    /// <summary>The unrevoked invitation that a link or a typed code opens; nothing when there is none. Writes nothing.</summary>
    public async Task<Invitation?> FindByCodeAsync(string? linkOrTypedCode, CancellationToken cancel)
    {
        // An impossible code asks the database as well, so that the answer takes as long as for one that is merely unknown.
        var hash = InvitationCode.Hash(linkOrTypedCode) ?? new byte[SHA256.HashSizeInBytes];
        return await _people.Links.AsNoTracking().Where(link => link.Hash == hash && !link.Invitation.IsRevoked)
            .Select(link => link.Invitation).SingleOrDefaultAsync(cancel);
    }

    /// <summary>What a page must know of an invitation; one round trip.</summary>
    public Task<EntryStanding?> StandingAsync(Guid invitationId, CancellationToken cancel) =>
        _people.Invitations.Where(invitation => invitation.Id == invitationId)
            .Select(invitation => new EntryStanding(invitation.Id, invitation.ParticipantId, invitation.WindowId, invitation.Participant.GroupLabel,
                invitation.IsRevoked, invitation.IsLive, invitation.Kind))
            .SingleOrDefaultAsync(cancel);

    /// <summary>Everybody invited to a window, for the door that counts and makes boxes. Revoked ones included: a revoked link leaves box and count alone.</summary>
    public async Task<IReadOnlyList<CensusInvitee>> ForCensusAsync(Guid windowId, CancellationToken cancel) =>
        await _people.Invitations.Where(invitation => invitation.WindowId == windowId)
            .Select(invitation => new CensusInvitee(invitation.Id, invitation.Participant.GroupLabel, invitation.IsLive)).ToListAsync(cancel);

    /// <summary>The invited people of a window by group and name, for administrators.</summary>
    public async Task<IReadOnlyList<InvitedPerson>> ForWindowAsync(Guid windowId, CancellationToken cancel) =>
        await Listed(_people, _people.Invitations.Where(invitation => invitation.WindowId == windowId)
            .OrderBy(invitation => invitation.Participant.GroupLabel).ThenBy(invitation => invitation.Participant.Name)).ToListAsync(cancel);

    /// <summary>Marks invitations as having a box, after the mix that made them.</summary>
    public Task MakeLiveAsync(Guid windowId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        _people.Invitations.Where(invitation => invitation.WindowId == windowId && ids.Contains(invitation.Id) && !invitation.IsLive)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.IsLive, true), cancel);

    /// <summary>Ends an invitation: none of its links works any more, and whoever is inside finds the door closed at the next page.</summary>
    /// <returns>Whether there is such an invitation.</returns>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancel) =>
        await _people.Invitations.Where(invitation => invitation.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.IsRevoked, true), cancel) == 1;

    /// <summary>Whether anybody is invited to one of some windows as a member of a group.</summary>
    public Task<bool> HoldsGroupAsync(IReadOnlyCollection<Guid> windowIds, string label, CancellationToken cancel) =>
        _people.Invitations.AnyAsync(invitation => windowIds.Contains(invitation.WindowId) && invitation.Participant.GroupLabel == label, cancel);

    /// <summary>Whether anybody is invited to a window as a person.</summary>
    public Task<bool> HoldsPersonsAsync(Guid windowId, CancellationToken cancel) =>
        _people.Invitations.AnyAsync(invitation => invitation.WindowId == windowId && invitation.Kind == InvitationKind.Personal, cancel);

    /// <summary>Whether anybody invited to a window holds a working link.</summary>
    public Task<bool> HoldsLiveAsync(Guid windowId, CancellationToken cancel) =>
        _people.Invitations.AnyAsync(invitation => invitation.WindowId == windowId && invitation.IsLive && !invitation.IsRevoked, cancel);

    /// <summary>How many people of one window could be invited to another: see <see cref="InviteAgainAsync"/>.</summary>
    public async Task<int> CountAgainAsync(Guid from, Guid to, Counting counts, CancellationToken cancel) => (await ToInviteAgainAsync(from, to, counts, cancel)).Count;

    /// <summary>
    /// Invites to a window everybody whose invitation to another was not revoked and who is not invited yet, whether they wrote or not. Whoever has
    /// ended reminders gets none here either. The new invitations are prepared, not live; nobody gets a letter by this.
    /// </summary>
    /// <param name="from">The window in which they were invited.</param>
    /// <param name="to">The window of the same consultation to which they are invited now.</param>
    /// <param name="counts">What that window counts: where it counts organisations, only their links are made again.</param>
    /// <param name="cancel">Gives up; nobody is invited then.</param>
    /// <returns>How many were invited.</returns>
    public async Task<int> InviteAgainAsync(Guid from, Guid to, Counting counts, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        // An import into the window at the same time would find the same addresses free.
        await _people.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({to.ToString()}, 0))", cancel);
        var again = (await ToInviteAgainAsync(from, to, counts, cancel)).ToArray();
        Random.Shared.Shuffle(again);
        _people.Invitations.AddRange(again.Select(person => new Invitation
        {
            Id = Guid.NewGuid(), WindowId = to, ParticipantId = person.ParticipantId, Kind = person.Kind, WantsNoReminders = person.WantsNoReminders,
        }));
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return again.Length;
    }

    /// <summary>
    /// Corrects what the list says of somebody invited. Group and organisation stay: groups are counted by them, and the numbers of an open round never
    /// change behind it. The correction holds for every round to which the person is invited in this capacity.
    /// </summary>
    /// <param name="windowId">The round.</param>
    /// <param name="id">The invitation.</param>
    /// <param name="correction">What is right.</param>
    /// <param name="endsLinks">Whether links made so far for this invitation end, because they went to a wrong address.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    public async Task<CorrectionOutcome> CorrectAsync(Guid windowId, Guid id, PersonCorrection correction, bool endsLinks, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var email = RegistrationForm.Kept(correction.Email);
        var folded = Folded.Address(email);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        await _people.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({windowId.ToString()}, 0))", cancel);
        var invitation = await _people.Invitations.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.WindowId == windowId, cancel);
        if (invitation is null) return CorrectionOutcome.Gone;
        // In none of this person's rounds may two people have one address.
        if (await _people.Invitations.AnyAsync(other => other.Participant.FoldedEmail == folded && other.ParticipantId != invitation.ParticipantId
                && _people.Invitations.Any(own => own.ParticipantId == invitation.ParticipantId && own.WindowId == other.WindowId), cancel)) return CorrectionOutcome.AddressTaken;
        var person = await _people.Participants.AsTracking().SingleAsync(found => found.Id == invitation.ParticipantId, cancel);
        if (MadeUpAddress.Is(person.Email) && !MadeUpAddress.Is(email)) return CorrectionOutcome.MadeUp;
        (person.Honorific, person.Name, person.Role) =
            (string.IsNullOrWhiteSpace(correction.Honorific) ? null : RegistrationForm.Kept(correction.Honorific), RegistrationForm.Kept(correction.Name), RegistrationForm.Kept(correction.Role));
        (person.Email, person.FoldedEmail, person.Language) = (email, folded, correction.Language);
        if (endsLinks) await _people.Links.Where(link => link.InvitationId == id).ExecuteDeleteAsync(cancel);
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return CorrectionOutcome.Done;
    }

    /// <summary>What the list says of one person, as it is corrected.</summary>
    public async Task<PersonCorrection?> FindCorrectableAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        await _people.Invitations.Where(invitation => invitation.Id == id && invitation.WindowId == windowId)
            .Select(invitation => new PersonCorrection(invitation.Participant.Honorific, invitation.Participant.Name, invitation.Participant.Role, invitation.Participant.Email, invitation.Participant.Language))
            .SingleOrDefaultAsync(cancel);

    /// <summary>
    /// Takes an invitation out, as if it had never been, with the participant if no other round needs that one. Only as long as it has no box: later its
    /// links can be ended, but the number invited is told to others.
    /// </summary>
    /// <returns>Whether it was taken out.</returns>
    public async Task<bool> RemoveAsync(Guid windowId, Guid id, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        var invitation = await _people.Invitations.FromSql($"SELECT * FROM people.invitation WHERE id = {id} AND window_id = {windowId} AND NOT is_live FOR UPDATE").AsNoTracking().SingleOrDefaultAsync(cancel);
        if (invitation is null) return false;
        await _people.Links.Where(link => link.InvitationId == id).ExecuteDeleteAsync(cancel);
        await _people.Undelivered.Where(note => note.InvitationId == id).ExecuteDeleteAsync(cancel);
        await _people.Registrations.Where(request => request.InvitationId == id).ExecuteDeleteAsync(cancel);
        await _people.Invitations.Where(found => found.Id == id).ExecuteDeleteAsync(cancel);
        if (!await _people.Invitations.AnyAsync(other => other.ParticipantId == invitation.ParticipantId, cancel))
        {
            await _people.Consents.Where(consent => consent.ParticipantId == invitation.ParticipantId).ExecuteDeleteAsync(cancel);
            await _people.Participants.Where(person => person.Id == invitation.ParticipantId).ExecuteDeleteAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Ends reminders for an invitation, or takes them up again. Nothing else changes, and nothing comes back.</summary>
    public Task EndRemindersAsync(Guid id, bool ends, CancellationToken cancel) =>
        _people.Invitations.Where(invitation => invitation.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.WantsNoReminders, ends), cancel);

    /// <summary>A fresh link beside those that exist. Only its hash is stored.</summary>
    /// <returns>The code: the last segment of the link, or what is printed on a card.</returns>
    public async Task<string> MintLinkAsync(Guid invitationId, CancellationToken cancel)
    {
        var code = Mint(invitationId);
        await _people.SaveChangesAsync(cancel);
        _people.ChangeTracker.Clear();
        return code;
    }

    /// <summary>
    /// Queues one mail for each live, unrevoked invitation among those named, each with a link of its own, in random order,
    /// in one transaction: either all are queued or none.
    /// </summary>
    /// <param name="windowId">The window.</param>
    /// <param name="ids">The invitations; those not live or revoked are left out.</param>
    /// <param name="compose">Writes the mail to a person, given the code of the fresh link.</param>
    /// <param name="cancel">Stops the work; nothing is queued then.</param>
    /// <returns>How many mails were queued.</returns>
    public async Task<int> MailAsync(Guid windowId, IReadOnlyCollection<Guid> ids, Func<InvitedPerson, string, Letter> compose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(compose);
        var wanted = ids.ToHashSet();
        var people = (await ForWindowAsync(windowId, cancel)).Where(person => wanted.Contains(person.InvitationId) && person is { IsLive: true, IsRevoked: false }).ToArray();
        Random.Shared.Shuffle(people);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        foreach (var person in people)
            _outbox.Add(windowId, compose(person, Mint(person.InvitationId)));
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return people.Length;
    }

    /// <summary>Queues one mail, with a fresh link, for each live, unrevoked invitation of a window to an address; none where there is none.</summary>
    public async Task MailToAddressAsync(Guid windowId, string address, Func<InvitedPerson, string, Letter> compose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(compose);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        await QueueToAddressAsync(_people, _outbox, windowId, Folded.Address(address), compose, cancel);
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
    }

    /// <summary>The same in the caller's transaction; the caller saves.</summary>
    internal static async Task QueueToAddressAsync(
        PeopleContext people, Outbox outbox, Guid windowId, string foldedEmail, Func<InvitedPerson, string, Letter> compose, CancellationToken cancel)
    {
        foreach (var person in await Listed(people, people.Invitations.Where(invitation =>
                     invitation.WindowId == windowId && invitation.IsLive && !invitation.IsRevoked && invitation.Participant.FoldedEmail == foldedEmail)).ToListAsync(cancel))
            outbox.Add(windowId, compose(person, Mint(people, person.InvitationId)));
    }

    /// <summary>
    /// Queues the same notice to everybody who holds a working link of a window, in random order and in one transaction: once, however often
    /// and on however many nodes it is asked for. There is no way to tell some of them only, let alone those who wrote.
    /// </summary>
    /// <param name="mailingId">The notice's id.</param>
    /// <param name="windowId">The window.</param>
    /// <param name="compose">Writes the mail to a person.</param>
    /// <param name="cancel">Stops the work; nothing is queued then.</param>
    public Task TellEverybodyAsync(Guid mailingId, Guid windowId, Func<InvitedPerson, Letter> compose, CancellationToken cancel) =>
        MailOnceAsync(mailingId, windowId, ReminderAudience.Everybody, isReminder: false, compose, cancel);

    /// <summary>
    /// Queues a reminder to everybody in its audience who holds a working link of the window and has not ended reminders, each with a link of its own beside those that
    /// exist; likewise once, in random order and in one transaction.
    /// </summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="compose">Writes the mail to a person, given the code of the fresh link.</param>
    /// <param name="cancel">Stops the work; nothing is queued then.</param>
    public Task RemindAsync(Reminder reminder, Func<InvitedPerson, string, Letter> compose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        ArgumentNullException.ThrowIfNull(compose);
        return MailOnceAsync(reminder.Id, reminder.WindowId, reminder.Audience, isReminder: true, person => compose(person, Mint(person.InvitationId)), cancel);
    }

    /// <summary>
    /// What the list says of one participant, for the coach: of this person alone. Other names under which an import knows the organisation
    /// stay out, because they tell how others on the list wrote it.
    /// </summary>
    public async Task<OwnEntry?> OwnEntryAsync(Guid participantId, CancellationToken cancel) =>
        await _people.Participants.Where(participant => participant.Id == participantId)
            .Select(participant => new OwnEntry(participant.Name, participant.Role, participant.Organisation == null ? null : participant.Organisation.Name, participant.Email))
            .SingleOrDefaultAsync(cancel);

    // By address, and one link for an organisation: as an import would refuse them.
    private async Task<List<(Guid ParticipantId, InvitationKind Kind, bool WantsNoReminders)>> ToInviteAgainAsync(Guid from, Guid to, Counting counts, CancellationToken cancel)
    {
        var both = await _people.Invitations.Where(invitation => invitation.WindowId == from || invitation.WindowId == to)
            .Select(invitation => new { invitation.WindowId, invitation.ParticipantId, invitation.Kind, invitation.IsRevoked, invitation.WantsNoReminders, invitation.Participant.FoldedEmail, invitation.Participant.OrganisationId })
            .ToListAsync(cancel);
        var there = both.Where(invitation => invitation.WindowId == to).ToList();
        var addresses = there.Select(invitation => invitation.FoldedEmail).ToHashSet(StringComparer.Ordinal);
        var organisations = there.Where(invitation => invitation.Kind == InvitationKind.Organisation).Select(invitation => invitation.OrganisationId).ToHashSet();
        return [.. both.Where(invitation => invitation.WindowId == from && !invitation.IsRevoked && !addresses.Contains(invitation.FoldedEmail)
                && (counts == Counting.Persons || invitation.Kind == InvitationKind.Organisation)
                && !(invitation.Kind == InvitationKind.Organisation && organisations.Contains(invitation.OrganisationId)))
            .Select(invitation => (invitation.ParticipantId, invitation.Kind, invitation.WantsNoReminders))];
    }

    private async Task MailOnceAsync(Guid mailingId, Guid windowId, ReminderAudience audience, bool isReminder, Func<InvitedPerson, Letter> compose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(compose);
        try
        {
            await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
            // Another node that is at it makes this wait until it has finished, or was cut off and left nothing.
            if (await _people.Database.ExecuteSqlAsync($"INSERT INTO people.mailing (id) VALUES ({mailingId}) ON CONFLICT DO NOTHING", cancel) == 0) return;
            var ended = isReminder
                ? await _people.Invitations.Where(invitation => invitation.WindowId == windowId && invitation.WantsNoReminders).Select(invitation => invitation.Id).ToHashSetAsync(cancel)
                : [];
            var people = (await ForWindowAsync(windowId, cancel))
                .Where(person => person is { IsLive: true, IsRevoked: false } && !ended.Contains(person.InvitationId) && audience.Holds(person.GroupLabel, person.Language)).ToArray();
            Random.Shared.Shuffle(people);
            foreach (var person in people)
                _outbox.Add(windowId, compose(person));
            await _people.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            // Letters that were written before a fault must not go out with the next ones.
            _people.ChangeTracker.Clear();
        }
    }

    private static IQueryable<InvitedPerson> Listed(PeopleContext people, IQueryable<Invitation> invitations) =>
        invitations.Select(invitation => new InvitedPerson(invitation.Id, invitation.ParticipantId,
            invitation.Participant.Honorific == null ? invitation.Participant.Name : invitation.Participant.Honorific + " " + invitation.Participant.Name,
            invitation.Participant.Role, invitation.Participant.Organisation == null ? null : invitation.Participant.Organisation.Name,
            invitation.Participant.GroupLabel, invitation.Participant.Email, invitation.Participant.Language,
            invitation.Kind, invitation.IsRevoked, invitation.IsLive, people.Links.Any(link => link.InvitationId == invitation.Id)));

    private string Mint(Guid invitationId) => Mint(_people, invitationId);

    private static string Mint(PeopleContext people, Guid invitationId)
    {
        var code = InvitationCode.Mint();
        people.Links.Add(new InvitationLink { Hash = InvitationCode.Hash(code)!, InvitationId = invitationId });
        return code;
    }
}
