using BTech.Agenda;

namespace BTech.Record.Reports.Changes;

/// <summary>
/// A sentence that somebody has begun to write in a draft and not saved: kept for them alone while they type, so that a closed window loses nothing. Gone once it is saved, with the
/// draft, and with the round's original texts.
/// </summary>
public sealed class BegunWording
{
    /// <summary>The version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The statement; for one that is not there yet, its section.</summary>
    public required Guid PlaceId { get; init; }

    /// <summary>Whose.</summary>
    public required StaffId Writer { get; init; }

    /// <summary>As far as they came.</summary>
    public required string Text { get; set; }
}
