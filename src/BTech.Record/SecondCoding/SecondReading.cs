using BTech.Agenda;

namespace BTech.Record.SecondCoding;

/// <summary>A sample of a window's coded inputs that one member of the team codes once more without seeing what was given to them.</summary>
public sealed class SecondReading
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The second coder, by the id that stands beside that person's codings anyway.</summary>
    public required StaffId CodedBy { get; init; }
}
