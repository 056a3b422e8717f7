using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>A mark that one member of the team sets on an input for the others: look at this again. One row per flagged input.</summary>
public sealed class Flag
{
    /// <summary>The input, and the key.</summary>
    public required Guid InputId { get; init; }

    /// <summary>What to look at, if anything was said.</summary>
    public string? Note { get; set; }

    /// <summary>Who asks.</summary>
    public required StaffId FlaggedBy { get; set; }
}
