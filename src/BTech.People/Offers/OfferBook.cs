using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Offers;

/// <summary>The offers made by participants, as they make them and take them back. What the project team does about them is <see cref="OfferPipeline"/>'s.</summary>
public sealed class OfferBook
{
    /// <summary>Most characters of an offer.</summary>
    public const int MostCharacters = 300;

    /// <summary>Most offers of one invitation.</summary>
    public const int MostOffers = 10;

    private readonly PeopleContext _people;

    internal OfferBook(PeopleContext people) => _people = people;

    /// <summary>Keeps an offer; the same form sent twice is one offer.</summary>
    /// <returns>Whether it is kept; not when the invitation has <see cref="MostOffers"/> already, or the id belongs to somebody else's offer.</returns>
    public async Task<bool> AddAsync(Guid id, Guid invitationId, OfferKinds kinds, string text, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MostCharacters, nameof(text));
        await _people.Database.ExecuteSqlAsync($"""
            INSERT INTO people.offer (id, invitation_id, kinds, text)
            SELECT {id}, {invitationId}, {(int)kinds}, {text}
            WHERE (SELECT count(*) FROM people.offer WHERE invitation_id = {invitationId}) < {MostOffers}
            ON CONFLICT (id) DO NOTHING
            """, cancel);
        return await _people.Offers.AnyAsync(offer => offer.Id == id && offer.InvitationId == invitationId, cancel);
    }

    /// <summary>Takes an offer back. Nobody can take back another's.</summary>
    /// <returns>Whether there was such an offer of this invitation.</returns>
    public async Task<bool> TakeBackAsync(Guid id, Guid invitationId, CancellationToken cancel) =>
        await _people.Offers.Where(offer => offer.Id == id && offer.InvitationId == invitationId).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>The offers of one invitation.</summary>
    public async Task<IReadOnlyList<Offer>> OfAsync(Guid invitationId, CancellationToken cancel) =>
        await _people.Offers.AsNoTracking().Where(offer => offer.InvitationId == invitationId).OrderBy(offer => offer.Id).ToListAsync(cancel);
}
