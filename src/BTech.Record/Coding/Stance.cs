namespace BTech.Record.Coding;

/// <summary>How an excerpt stands to its theme.</summary>
public enum Stance
{
    /// <summary>Neither for nor against: a nuance.</summary>
    Nuance = 0,

    /// <summary>In favour.</summary>
    Support = 1,

    /// <summary>Against, or worried.</summary>
    Concern = 2,
}
