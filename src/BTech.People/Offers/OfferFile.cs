namespace BTech.People.Offers;

/// <summary>Everything about one offer.</summary>
/// <param name="WindowId">The window in which it was made.</param>
/// <param name="Offer">The offer with what is done about it.</param>
/// <param name="Notes">The notes, oldest first.</param>
public sealed record OfferFile(Guid WindowId, FollowedOffer Offer, IReadOnlyList<OfferNote> Notes);
