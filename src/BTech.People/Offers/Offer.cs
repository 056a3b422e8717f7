namespace BTech.People.Offers;

/// <summary>An offer under the participant's own name; never compared or joined with comments. No date.</summary>
public sealed class Offer
{
    /// <summary>Version 4 id, made with the form, so that a form sent twice is one offer.</summary>
    public required Guid Id { get; init; }

    /// <summary>The invitation under which it was made.</summary>
    public required Guid InvitationId { get; init; }

    /// <summary>What is offered.</summary>
    public required OfferKinds Kinds { get; set; }

    /// <summary>At most 300 characters in the person's own words.</summary>
    public required string Text { get; set; }
}

/// <summary>An offer with who made it, for the offers officer.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Name">Honorific and name.</param>
/// <param name="Role">Role.</param>
/// <param name="Organisation">Organisation; nothing for somebody in a personal capacity.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Language">Language of mail.</param>
public sealed record AttributedOffer(Offer Offer, string Name, string Role, string? Organisation, string Email, string Language);
