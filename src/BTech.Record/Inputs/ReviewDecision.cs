using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>Whether the team keeps an input or sets it aside. One row per reviewed input; no row means not yet reviewed.</summary>
public sealed class ReviewDecision
{
    /// <summary>The input, and the key.</summary>
    public required Guid InputId { get; init; }

    /// <summary>Set aside: reaches no report, export, count or search.</summary>
    public required bool IsSetAside { get; set; }

    /// <summary>For set-aside inputs: which of the reasons fixed before opening.</summary>
    public string? Reason { get; set; }

    /// <summary>Who decided.</summary>
    public required StaffId DecidedBy { get; set; }
}
