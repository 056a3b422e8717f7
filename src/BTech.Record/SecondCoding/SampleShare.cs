namespace BTech.Record.SecondCoding;

/// <summary>How much of the coded inputs a second coder reads.</summary>
public enum SampleShare
{
    /// <summary>A tenth.</summary>
    Tenth = 10,

    /// <summary>A fifth.</summary>
    Fifth = 20,

    /// <summary>Half.</summary>
    Half = 50,

    /// <summary>All of them.</summary>
    All = 100,
}
