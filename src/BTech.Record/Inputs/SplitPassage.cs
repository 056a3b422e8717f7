namespace BTech.Record.Inputs;

/// <summary>
/// A passage that the team reads under another focus area than the one it was written in. The input stays one, and its author one voice; what is coded
/// in the passage counts in the other area. Positions count code points; the end is exclusive.
/// </summary>
public sealed class SplitPassage
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>The focus area that it is about.</summary>
    public required int FocusAreaNumber { get; init; }
}
