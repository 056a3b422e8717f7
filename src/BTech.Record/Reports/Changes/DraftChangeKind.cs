namespace BTech.Record.Reports.Changes;

/// <summary>What was done to a draft.</summary>
public enum DraftChangeKind
{
    /// <summary>A text was added.</summary>
    Added,

    /// <summary>A text was changed.</summary>
    Reworded,

    /// <summary>A text was removed.</summary>
    Removed,

    /// <summary>The order of a section's texts was changed.</summary>
    Reordered,

    /// <summary>What a key point rests on, its stance or its phrase was changed, and not its words.</summary>
    Rested,

    /// <summary>The version was handed over to be cleared.</summary>
    HandedOver,

    /// <summary>It was sent back to its editors.</summary>
    SentBack,

    /// <summary>It was taken back by its editors.</summary>
    TakenBack,

    /// <summary>It was cleared.</summary>
    Cleared,
}
