namespace BTech.Record.Inputs;

/// <summary>What the team has decided on an input.</summary>
public enum ReviewState
{
    /// <summary>Nothing yet.</summary>
    NotReviewed = 1,

    /// <summary>Kept.</summary>
    Kept = 2,

    /// <summary>Set aside: its text is shown to nobody and counted nowhere.</summary>
    SetAside = 3,
}
