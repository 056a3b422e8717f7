namespace BTech.Record.Coding;

/// <summary>What was done with a theme.</summary>
public enum BookAct
{
    /// <summary>It was added.</summary>
    Added = 1,

    /// <summary>Its name, texts, place or reach were changed.</summary>
    Changed = 2,

    /// <summary>It was deleted.</summary>
    Deleted = 3,

    /// <summary>It was merged into another.</summary>
    Merged = 4,

    /// <summary>That was taken back.</summary>
    MergeTakenBack = 5,

    /// <summary>It was split off another.</summary>
    SplitOff = 6,

    /// <summary>That was taken back, and it is gone.</summary>
    SplitTakenBack = 7,

    /// <summary>An earlier wording of it was brought back.</summary>
    Restored = 8,
}
