namespace BTech.Agenda.Windows;

/// <summary>What became of saving a round. Unless it is <see cref="Saved"/>, nothing was changed.</summary>
public enum RoundSaving
{
    /// <summary>It stands.</summary>
    Saved = 1,

    /// <summary>There is no such round.</summary>
    NoSuchRound = 2,

    /// <summary>The version of the paper that it was given has been taken back meanwhile.</summary>
    PaperTakenBack = 3,

    /// <summary>Another round of written comments of its consultation takes some of its time.</summary>
    Overlaps = 4,
}
