namespace BTech.Record.Disclosure.Lifting;

/// <summary>What became of a step of a request to the second person.</summary>
public enum LiftResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such report or request, or what it was asked for is not found any more.</summary>
    NotThere = 2,

    /// <summary>The report does not stand where this step is taken.</summary>
    NotNow = 3,

    /// <summary>Nothing is found there that anybody could lift.</summary>
    NotLiftable = 4,

    /// <summary>No category of the reason was chosen.</summary>
    CategoryMissing = 5,

    /// <summary>The reason has fewer than 20 characters or more than 500.</summary>
    ReasonLength = 6,

    /// <summary>Somebody has asked already.</summary>
    AskedAlready = 7,

    /// <summary>Whoever edited a version is no second person for it.</summary>
    OwnWork = 8,

    /// <summary>A second person has agreed already.</summary>
    AgreedAlready = 9,
}
