namespace BTech.People.Offers;

/// <summary>An offer with what is done about it.</summary>
/// <param name="Attributed">The offer and who made it.</param>
/// <param name="FollowUp">Owner, next step, due day and outcome; nothing while nobody has taken it up.</param>
public sealed record FollowedOffer(AttributedOffer Attributed, OfferFollowUp? FollowUp)
{
    /// <summary>Where it stands.</summary>
    public OfferStage Stage => FollowUp switch { null => OfferStage.New, { Outcome: null } => OfferStage.InHand, _ => OfferStage.Closed };

    /// <summary>Whether what was to be done is not done although its day is over.</summary>
    /// <param name="today">Today in the window's zone.</param>
    public bool IsOverdue(DateOnly today) => Stage == OfferStage.InHand && FollowUp!.Due < today;
}
