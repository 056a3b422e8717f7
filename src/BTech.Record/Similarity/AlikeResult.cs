namespace BTech.Record.Similarity;

/// <summary>What became of a decision on alike texts.</summary>
public enum AlikeResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such group, or it is another now than the page showed.</summary>
    Changed = 2,

    /// <summary>A group needs at least two texts.</summary>
    TooFew = 3,
}
