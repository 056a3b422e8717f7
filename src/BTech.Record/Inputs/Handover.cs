using BTech.Agenda;

namespace BTech.Record.Inputs;

/// <summary>That a threat was passed on to the security colleagues. One row per input.</summary>
public sealed class Handover
{
    /// <summary>The input, and the key.</summary>
    public required Guid InputId { get; init; }

    /// <summary>To whom, and what was agreed.</summary>
    public required string Note { get; init; }

    /// <summary>Who passed it on.</summary>
    public required StaffId HandedBy { get; init; }
}
