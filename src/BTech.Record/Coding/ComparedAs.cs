namespace BTech.Record.Coding;

/// <summary>What a coding is in the comparison of two readings of one input.</summary>
public enum ComparedAs
{
    /// <summary>It is in no comparison: nobody coded its input a second time, or it was given afterwards.</summary>
    Not = 0,

    /// <summary>The first reading: what the team had given when the second coder was done.</summary>
    First = 1,

    /// <summary>The second reading: given blind by the second coder.</summary>
    Second = 2,
}
