using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Offers;

namespace BTech.Web.Operations;

/// <summary>Offers of round 2: made by some of those invited, whether they comment or not, and followed up in part after the seal.</summary>
internal sealed class SampleOffers(InvitationList invitations, OfferBook book, OfferPipeline pipeline)
{
    public async Task MakeAsync(SampleFiles files, CommentWindow window, CancellationToken cancel)
    {
        var invited = (await invitations.ForWindowAsync(window.Id, cancel)).ToDictionary(person => person.Email, StringComparer.Ordinal);
        foreach (var offer in files.Offers(window.Number).Offers)
        {
            var kinds = offer.Kinds.Aggregate(OfferKinds.None, (all, kind) => all | kind);
            if (!await book.AddAsync(Guid.NewGuid(), invited[offer.Email].InvitationId, kinds, offer.Text, cancel))
                throw new InvalidOperationException($"The offer of {offer.Email} could not be made.");
        }
    }

    public async Task FollowUpAsync(SampleFiles files, CommentWindow window, StaffId officer, DateOnly today, CancellationToken cancel)
    {
        var made = (await pipeline.ForWindowAsync(window.Id, cancel)).ToDictionary(offer => offer.Attributed.Email, offer => offer.Attributed.Offer.Id, StringComparer.Ordinal);
        foreach (var offer in files.Offers(window.Number).Offers)
        {
            if (offer.FollowUp is not { } wanted) continue;
            var due = wanted.DueInDays is { } days ? today.AddDays(days) : (DateOnly?)null;
            await pipeline.SaveAsync(
                new OfferFollowUp { OfferId = made[offer.Email], OwnerId = officer.Value, NextStep = wanted.NextStep, Due = due, Outcome = wanted.Outcome, Version = 0 }, cancel);
        }
    }
}
