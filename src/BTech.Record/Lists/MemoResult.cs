namespace BTech.Record.Lists;

/// <summary>What became of a memo.</summary>
public enum MemoResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>There is no such memo, or no such input for its readers.</summary>
    NotThere = 2,

    /// <summary>Somebody else has changed it since it was shown.</summary>
    ChangedMeanwhile = 3,

    /// <summary>The input carries as many as it may.</summary>
    TooMany = 4,
}
