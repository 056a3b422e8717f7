using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>A passage of which a person decided that it does not show who wrote it, so that nobody is asked about it again. Positions count code points; the end is exclusive.</summary>
public sealed class HarmlessPassage
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>Who decided.</summary>
    public required StaffId DecidedBy { get; init; }
}
