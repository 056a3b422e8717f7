namespace BTech.People.Offers;

/// <summary>What became of a change to the follow-up of an offer.</summary>
public enum FollowUpResult
{
    /// <summary>Kept.</summary>
    Done = 1,

    /// <summary>Somebody else changed it since the page was shown; nothing was kept.</summary>
    ChangedMeanwhile = 2,

    /// <summary>The offer has been taken back meanwhile.</summary>
    NotThere = 3,
}
