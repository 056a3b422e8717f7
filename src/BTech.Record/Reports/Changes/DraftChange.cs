using BTech.Agenda;

namespace BTech.Record.Reports.Changes;

/// <summary>
/// One step in the history of a version that is not public yet, for the team alone. It says in which order, never when: the audit has the instants. Forgotten when the
/// version is published, when somebody withdraws an input of the round, and with the round's original texts, for an earlier wording may repeat them.
/// </summary>
public sealed class DraftChange
{
    /// <summary>The version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Place in the history of this version, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required DraftChangeKind Kind { get; init; }

    /// <summary>By whom.</summary>
    public required StaffId By { get; init; }

    /// <summary>For a change of a text or of what a point rests on: what it is.</summary>
    public WordingKind? Place { get; init; }

    /// <summary>Likewise, its id; nothing for the report's head.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>Likewise, its section, also where the order was changed.</summary>
    public Guid? SectionId { get; init; }

    /// <summary>What stood there before; nothing for what was added.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there since; nothing for what was removed.</summary>
    public string? After { get; init; }
}
