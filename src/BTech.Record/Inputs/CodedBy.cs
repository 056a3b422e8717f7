namespace BTech.Record.Inputs;

/// <summary>By how many persons an input was coded.</summary>
public enum CodedBy
{
    /// <summary>By one.</summary>
    One = 1,

    /// <summary>By two or more.</summary>
    Two = 2,
}
