using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>A passage hidden from every reader and exit. Positions count Unicode code points from 0; the end is exclusive.</summary>
public sealed class Mask
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it holds a threat or a sign of danger, kept for the security colleagues.</summary>
    public bool IsThreat { get; init; }

    /// <summary>Who masked it.</summary>
    public required StaffId MaskedBy { get; init; }
}
