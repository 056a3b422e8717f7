namespace BTech.Record.Inputs;

/// <summary>What became of a step of review.</summary>
public enum ReviewResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such input or mask.</summary>
    NotThere = 2,

    /// <summary>The positions are outside the text, or hold nothing.</summary>
    NoSuchPassage = 3,

    /// <summary>The reason is missing, too long or not one of the fixed ones.</summary>
    ReasonMissing = 4,

    /// <summary>Somebody has built on it, so that it cannot be undone any more.</summary>
    BuiltUpon = 5,

    /// <summary>The words were erased on the day that was promised, so there is nothing to bring back.</summary>
    Erased = 6,

    /// <summary>A part of the passage is read under another focus area already, or was written under this one.</summary>
    Overlapping = 7,
}
