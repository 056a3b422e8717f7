using BTech.People.Mail;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Offers;

/// <summary>
/// What becomes of the offers of a window after its seal: owner, next step, due day, notes, outcome. Offers are attributed and followed up one to
/// one; nothing here knows whether whoever made one has commented. The caller asks for sealed windows only.
/// </summary>
public sealed class OfferPipeline
{
    /// <summary>Most characters of a next step.</summary>
    public const int MostCharactersOfAStep = 300;

    /// <summary>Most characters of a note.</summary>
    public const int MostCharactersOfANote = 2_000;

    private readonly PeopleContext _people;
    private readonly Outbox _outbox;
    private readonly TimeProvider _time;

    internal OfferPipeline(PeopleContext people, Outbox outbox, TimeProvider time) => (_people, _outbox, _time) = (people, outbox, time);

    /// <summary>The offers of a window with what is done about each, by organisation and name.</summary>
    public async Task<IReadOnlyList<FollowedOffer>> ForWindowAsync(Guid windowId, CancellationToken cancel) =>
        [.. (await ReadAsync(windowId, null, cancel)).Select(read => read.Offer)];

    /// <summary>One offer with its notes; nothing when it was taken back.</summary>
    public async Task<OfferFile?> FindAsync(Guid offerId, CancellationToken cancel)
    {
        if ((await ReadAsync(null, offerId, cancel)) is not [var (window, offer)]) return null;
        return new OfferFile(window, offer, await _people.OfferNotes.AsNoTracking().Where(note => note.OfferId == offerId)
            .OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancel));
    }

    /// <summary>Takes an offer up, or changes what is done about it; closing and opening it again are changes like others.</summary>
    /// <param name="wanted">What is to be so. Its version is that of the page that was changed, 0 for an offer that nobody had taken up.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FollowUpResult> SaveAsync(OfferFollowUp wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.NextStep);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted.NextStep.Length, MostCharactersOfAStep, nameof(wanted));
        if (wanted.Version == 0)
        {
            // One statement: of two officers who take it up at once the second is told, and an offer taken back meanwhile gets none.
            var taken = await _people.Database.ExecuteSqlAsync($"""
                INSERT INTO people.offer_follow_up (offer_id, owner_id, next_step, due, outcome, version)
                SELECT id, {wanted.OwnerId}, {wanted.NextStep}, {wanted.Due}, {(int?)wanted.Outcome}, 1 FROM people.offer WHERE id = {wanted.OfferId}
                ON CONFLICT (offer_id) DO NOTHING
                """, cancel);
            if (taken == 1) return FollowUpResult.Done;
        }
        else if (await _people.OfferFollowUps.Where(known => known.OfferId == wanted.OfferId && known.Version == wanted.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.OwnerId, wanted.OwnerId).SetProperty(known => known.NextStep, wanted.NextStep)
                .SetProperty(known => known.Due, wanted.Due).SetProperty(known => known.Outcome, wanted.Outcome)
                .SetProperty(known => known.Version, known => known.Version + 1), cancel) == 1)
        {
            return FollowUpResult.Done;
        }

        return await _people.Offers.AnyAsync(offer => offer.Id == wanted.OfferId, cancel) ? FollowUpResult.ChangedMeanwhile : FollowUpResult.NotThere;
    }

    /// <summary>Adds a note; the same form sent twice is one note.</summary>
    /// <returns>Whether it is kept; not when the offer was taken back.</returns>
    public async Task<bool> AddNoteAsync(Guid id, Guid offerId, Guid author, string text, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MostCharactersOfANote, nameof(text));
        await _people.Database.ExecuteSqlAsync($"""
            INSERT INTO people.offer_note (id, offer_id, author_id, at, text)
            SELECT {id}, offer.id, {author}, {_time.GetUtcNow()}, {text} FROM people.offer WHERE offer.id = {offerId}
            ON CONFLICT (id) DO NOTHING
            """, cancel);
        return await _people.OfferNotes.AnyAsync(note => note.Id == id && note.OfferId == offerId && note.AuthorId == author, cancel);
    }

    /// <summary>Removes a note. Nobody can remove another's.</summary>
    /// <returns>Whether there was such a note of this author.</returns>
    public async Task<bool> RemoveNoteAsync(Guid id, Guid offerId, Guid author, CancellationToken cancel) =>
        await _people.OfferNotes.Where(note => note.Id == id && note.OfferId == offerId && note.AuthorId == author).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>How many people made an offer of each kind in a window: whoever made two of one kind counts once.</summary>
    public async Task<IReadOnlyDictionary<OfferKinds, int>> CountAsync(Guid windowId, CancellationToken cancel)
    {
        var made = await (from offer in _people.Offers
                          join invitation in _people.Invitations on offer.InvitationId equals invitation.Id
                          where invitation.WindowId == windowId
                          select new { offer.InvitationId, offer.Kinds }).ToListAsync(cancel);
        return OfferKindParts.All.ToDictionary(kind => kind, kind => made.Where(one => one.Kinds.HasFlag(kind)).Select(one => one.InvitationId).Distinct().Count());
    }

    /// <summary>
    /// Puts one letter into the outbox for each owner who has offers due in a window, and notes for each offer that this due day was reminded of:
    /// in one transaction, so that cut off anywhere or on two nodes at once it is told once.
    /// </summary>
    /// <param name="windowId">The window.</param>
    /// <param name="today">Today in the window's zone.</param>
    /// <param name="write">The letter to an owner who has so many offers due; nothing for somebody who works here no more.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RemindAsync(Guid windowId, DateOnly today, Func<Guid, int, Letter?> write, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        var due = await _people.OfferFollowUps.FromSql($"""
            SELECT followed.* FROM people.offer_follow_up followed
            JOIN people.offer ON offer.id = followed.offer_id
            JOIN people.invitation ON invitation.id = offer.invitation_id AND invitation.window_id = {windowId}
            WHERE followed.outcome IS NULL AND followed.due <= {today} AND followed.reminded_of IS DISTINCT FROM followed.due
            FOR UPDATE OF followed SKIP LOCKED
            """).AsTracking().ToListAsync(cancel);
        if (due.Count == 0) return;
        foreach (var owned in due.GroupBy(followed => followed.OwnerId))
        {
            if (write(owned.Key, owned.Count()) is { } letter) _outbox.Add(windowId, letter);
        }
        foreach (var followed in due) followed.RemindedOf = followed.Due;
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
    }

    private async Task<List<(Guid WindowId, FollowedOffer Offer)>> ReadAsync(Guid? windowId, Guid? offerId, CancellationToken cancel)
    {
        var read = await (
            from offer in _people.Offers.AsNoTracking()
            join invitation in _people.Invitations on offer.InvitationId equals invitation.Id
            join known in _people.OfferFollowUps on offer.Id equals known.OfferId into followUps
            from followUp in followUps.DefaultIfEmpty()
            where (windowId == null || invitation.WindowId == windowId) && (offerId == null || offer.Id == offerId)
            orderby invitation.Participant.Organisation!.Name, invitation.Participant.Name, offer.Id
            select new
            {
                invitation.WindowId,
                FollowUp = followUp,
                Offer = new AttributedOffer(offer,
                    invitation.Participant.Honorific == null ? invitation.Participant.Name : invitation.Participant.Honorific + " " + invitation.Participant.Name,
                    invitation.Participant.Role, invitation.Participant.Organisation == null ? null : invitation.Participant.Organisation!.Name,
                    invitation.Participant.Email, invitation.Participant.Language),
            }).ToListAsync(cancel);
        return [.. read.Select(one => (one.WindowId, new FollowedOffer(one.Offer, one.FollowUp)))];
    }
}
