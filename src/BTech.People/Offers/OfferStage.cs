namespace BTech.People.Offers;

/// <summary>Where the follow-up of an offer stands.</summary>
public enum OfferStage
{
    /// <summary>Nobody has taken it up.</summary>
    New = 1,

    /// <summary>It has an owner and a next step.</summary>
    InHand = 2,

    /// <summary>It has ended, one way or another.</summary>
    Closed = 3,
}
