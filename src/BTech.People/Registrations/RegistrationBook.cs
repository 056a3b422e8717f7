using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.People.Participants;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Registrations;

/// <summary>
/// Requests to take part: asked, confirmed by a mailed link, decided by an administrator. Asking does the same for every address; who is known is looked
/// up later, by a job. Whoever is agreed to becomes a participant with an invitation like any other, prepared until the next mix, so that boxes, numbers
/// invited and thresholds know no difference.
/// </summary>
public sealed class RegistrationBook
{
    /// <summary>How long an address may stay unconfirmed.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromDays(7);

    private readonly PeopleContext _people;
    private readonly Outbox _outbox;
    private readonly InvitationImport _import;
    private readonly TimeProvider _time;

    internal RegistrationBook(PeopleContext people, Outbox outbox, InvitationImport import, TimeProvider time) =>
        (_people, _outbox, _import, _time) = (people, outbox, import, time);

    /// <summary>Puts a request down. Nothing is looked up.</summary>
    public async Task AskAsync(Guid windowId, RegistrationForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var email = RegistrationForm.Kept(form.Email);
        _people.Registrations.Add(new Registration
        {
            Id = Guid.NewGuid(), WindowId = windowId, Name = RegistrationForm.Kept(form.Name), Role = RegistrationForm.Kept(form.Role),
            Organisation = string.IsNullOrWhiteSpace(form.Organisation) ? null : RegistrationForm.Kept(form.Organisation), GroupLabel = form.GroupLabel,
            Email = email, FoldedEmail = Folded.Address(email), Language = form.Language, State = RegistrationState.Asked, GoesAt = _time.GetUtcNow() + ToConfirm,
        });
        await SaveAsync(cancel);
    }

    /// <summary>
    /// Sees to what was asked: whoever is invited already gets the link that was lost, anybody else a link to confirm the address; a second request of
    /// somebody who waits for a decision is dropped. In random order.
    /// </summary>
    /// <param name="windowId">The round.</param>
    /// <param name="confirm">Writes the letter to a person, given the secret part of the link.</param>
    /// <param name="remind">Writes to somebody invited, given the code of a fresh link.</param>
    /// <param name="cancel">Stops between two requests.</param>
    public async Task SeeToAskedAsync(Guid windowId, Func<RegistrationForm, string, Letter> confirm, Func<InvitedPerson, string, Letter> remind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(confirm);
        ArgumentNullException.ThrowIfNull(remind);
        var now = _time.GetUtcNow();
        await _people.Registrations.Where(one => one.WindowId == windowId && one.GoesAt <= now).ExecuteDeleteAsync(cancel);
        var asked = await _people.Registrations.Where(one => one.WindowId == windowId && one.State == RegistrationState.Asked).Select(one => one.Id).ToArrayAsync(cancel);
        Random.Shared.Shuffle(asked);
        foreach (var id in asked) await SeeToAsync(id, confirm, remind, cancel);
    }

    /// <summary>The round behind a link that confirms an address; nothing where the link is worth nothing. Writes nothing.</summary>
    public async Task<Guid?> FindAsync(string? secret, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(secret), _time.GetUtcNow());
        return await _people.Registrations.Where(one => one.TokenHash == hash && one.State == RegistrationState.Confirming && one.GoesAt > now)
            .Select(one => (Guid?)one.WindowId).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Confirms an address; of several requests with one address this one stays.</summary>
    /// <returns>Whether the link was worth something.</returns>
    public async Task<bool> ConfirmAsync(string? secret, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(secret), _time.GetUtcNow());
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        var found = await _people.Registrations.AsTracking().SingleOrDefaultAsync(one => one.TokenHash == hash && one.State == RegistrationState.Confirming && one.GoesAt > now, cancel);
        if (found is null) return false;
        await LockAsync(found.WindowId, cancel);
        await _people.Registrations.Where(one => one.WindowId == found.WindowId && one.FoldedEmail == found.FoldedEmail && one.Id != found.Id).ExecuteDeleteAsync(cancel);
        (found.State, found.TokenHash, found.GoesAt) = (RegistrationState.Confirmed, null, null);
        await SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Requests of a round that wait for a decision, by group and name.</summary>
    public async Task<IReadOnlyList<WaitingRegistration>> WaitingAsync(Guid windowId, CancellationToken cancel)
    {
        var waiting = await _people.Registrations.AsNoTracking().Where(one => one.WindowId == windowId && one.State == RegistrationState.Confirmed)
            .OrderBy(one => one.GroupLabel).ThenBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var names = await OrganisationNames.ReadAsync(_people, cancel);
        return [.. waiting.Select(one => new WaitingRegistration(one.Id, FormOf(one), TwinOf(names, RowOf(FormOf(one)))))];
    }

    /// <summary>How many requests of a round wait for a decision.</summary>
    public Task<int> CountWaitingAsync(Guid windowId, CancellationToken cancel) =>
        _people.Registrations.CountAsync(one => one.WindowId == windowId && one.State == RegistrationState.Confirmed, cancel);

    /// <summary>
    /// Agrees to a request: the person is invited, in the group and for the organisation that the administrator found right; where organisations
    /// are counted, with the organisation's link.
    /// </summary>
    public async Task<RegistrationOutcome> ApproveAsync(Guid windowId, Guid id, string groupLabel, string? organisation, Counting counts, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        await LockAsync(windowId, cancel);
        if (await FindWaitingAsync(windowId, id, cancel) is not { } found) return RegistrationOutcome.Gone;
        if (await IsInvitedAsync(windowId, found.FoldedEmail, cancel))
        {
            _people.Registrations.Remove(found);
            await SaveAsync(cancel);
            await transaction.CommitAsync(cancel);
            return RegistrationOutcome.AlreadyInvited;
        }
        var names = await OrganisationNames.ReadAsync(_people, cancel);
        var row = names.Under(RowOf(FormOf(found) with { GroupLabel = groupLabel, Organisation = string.IsNullOrWhiteSpace(organisation) ? null : RegistrationForm.Kept(organisation) }));
        if (counts == Counting.Organisations)
        {
            if (row.FoldedOrganisation is not { } name) return RegistrationOutcome.OrganisationMissing;
            if (await HasLinkAsync(windowId, name, cancel)) return RegistrationOutcome.OrganisationInvited;
            row = row with { Kind = InvitationKind.Organisation };
        }
        found.InvitationId = (await _import.InviteAsync(windowId, [row], names.Joined, cancel))[0].InvitationId;
        found.State = RegistrationState.Approved;
        await SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return RegistrationOutcome.Done;
    }

    /// <summary>Turns a request down: the person is told, and the request is forgotten.</summary>
    /// <param name="windowId">The round.</param>
    /// <param name="id">The request.</param>
    /// <param name="compose">Writes the letter.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    public async Task<RegistrationOutcome> DeclineAsync(Guid windowId, Guid id, Func<RegistrationForm, Letter> compose, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(compose);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        await LockAsync(windowId, cancel);
        if (await FindWaitingAsync(windowId, id, cancel) is not { } found) return RegistrationOutcome.Gone;
        _outbox.Add(windowId, compose(FormOf(found)));
        _people.Registrations.Remove(found);
        await SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return RegistrationOutcome.Done;
    }

    /// <summary>Invitations made of requests that have a box by now; those of them without a link wait for their letter.</summary>
    public async Task<IReadOnlyList<(Guid InvitationId, bool HasLink)>> ReadyAsync(Guid windowId, CancellationToken cancel)
    {
        var ready = await _people.Registrations.Where(one => one.WindowId == windowId && one.State == RegistrationState.Approved)
            .Join(_people.Invitations.Where(invitation => invitation.IsLive), one => one.InvitationId, invitation => invitation.Id,
                (one, invitation) => new { invitation.Id, HasLink = _people.Links.Any(link => link.InvitationId == invitation.Id) }).ToListAsync(cancel);
        return [.. ready.Select(one => (one.Id, one.HasLink))];
    }

    /// <summary>Forgets requests whose letter with the link is queued.</summary>
    public Task ForgetAsync(IReadOnlyCollection<Guid> invitationIds, CancellationToken cancel) =>
        _people.Registrations.Where(one => one.InvitationId != null && invitationIds.Contains(one.InvitationId.Value)).ExecuteDeleteAsync(cancel);

    /// <summary>Forgets every request of a round that takes none any more.</summary>
    public Task ForgetAllAsync(Guid windowId, CancellationToken cancel) => _people.Registrations.Where(one => one.WindowId == windowId).ExecuteDeleteAsync(cancel);

    private async Task SeeToAsync(Guid id, Func<RegistrationForm, string, Letter> confirm, Func<InvitedPerson, string, Letter> remind, CancellationToken cancel)
    {
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        // Another node may be at it; then it is done.
        var found = await _people.Registrations.FromSql($"SELECT * FROM people.registration WHERE id = {id} AND state = 1 FOR UPDATE SKIP LOCKED").AsTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return;
        if (await IsInvitedAsync(found.WindowId, found.FoldedEmail, cancel))
        {
            _people.Registrations.Remove(found);
            await InvitationList.QueueToAddressAsync(_people, _outbox, found.WindowId, found.FoldedEmail, remind, cancel);
        }
        else if (await _people.Registrations.AnyAsync(one => one.WindowId == found.WindowId && one.FoldedEmail == found.FoldedEmail && one.State >= RegistrationState.Confirmed, cancel))
        {
            _people.Registrations.Remove(found);
        }
        else
        {
            var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            (found.TokenHash, found.State) = (HashOf(secret), RegistrationState.Confirming);
            _outbox.Add(found.WindowId, confirm(FormOf(found), secret));
        }
        await SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // The same lock as an import takes: two of them at once would both find an address free.
    private Task<int> LockAsync(Guid windowId, CancellationToken cancel) =>
        _people.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({windowId.ToString()}, 0))", cancel);

    private Task<Registration?> FindWaitingAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        _people.Registrations.AsTracking().SingleOrDefaultAsync(one => one.Id == id && one.WindowId == windowId && one.State == RegistrationState.Confirmed, cancel);

    private Task<bool> IsInvitedAsync(Guid windowId, string foldedEmail, CancellationToken cancel) =>
        _people.Invitations.AnyAsync(invitation => invitation.WindowId == windowId && invitation.Participant.FoldedEmail == foldedEmail, cancel);

    private Task<bool> HasLinkAsync(Guid windowId, string foldedOrganisation, CancellationToken cancel) =>
        _people.Invitations.AnyAsync(invitation => invitation.WindowId == windowId && invitation.Kind == InvitationKind.Organisation
            && invitation.Participant.Organisation!.FoldedName == foldedOrganisation, cancel);

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await _people.SaveChangesAsync(cancel);
        }
        finally
        {
            _people.ChangeTracker.Clear();
        }
    }

    private static string? TwinOf(OrganisationNames names, InviteeRow row) => OrganisationTwins.Find(names.Known, names.NewIn([row])) is [var twin, ..] ? twin.Known : null;

    private static RegistrationForm FormOf(Registration one) => new(one.Name, one.Role, one.Organisation, one.GroupLabel, one.Email, one.Language);

    private static InviteeRow RowOf(RegistrationForm form) => new(1, null, form.Name, form.Role, form.Organisation, form.GroupLabel, form.Email, form.Language, InvitationKind.Personal);

    private static byte[] HashOf(string? secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? ""));
}
