using BTech.Agenda;

namespace BTech.Record.Reports;

/// <summary>Somebody who edited a version of a report, and therefore cannot clear it.</summary>
public sealed class ReportEditor
{
    /// <summary>The report version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The editor.</summary>
    public required StaffId Editor { get; init; }
}
