namespace BTech.People.Offers;

/// <summary>How the follow-up of an offer ended.</summary>
public enum OfferOutcome
{
    /// <summary>Accepted, and arranged with the person.</summary>
    Accepted = 1,

    /// <summary>Declined with thanks.</summary>
    Declined = 2,

    /// <summary>The person no longer offers it.</summary>
    NoLongerOffered = 3,

    /// <summary>The person was written to and did not answer.</summary>
    NoAnswer = 4,
}
