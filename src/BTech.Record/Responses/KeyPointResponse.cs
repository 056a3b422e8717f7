namespace BTech.Record.Responses;

/// <summary>
/// The project team's answer to one key point of a report. It hangs on the point as it is known through the report's versions, never on an input; who wrote
/// it, and when, stands nowhere beside it.
/// </summary>
public abstract class KeyPointResponse
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 1_000;

    /// <summary>The report's number.</summary>
    public required int ReportNumber { get; init; }

    /// <summary>The key point through the versions: <see cref="Reports.KeyPoint.LineageId"/>.</summary>
    public required Guid LineageId { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>What the answer is.</summary>
    public required Disposition Disposition { get; set; }

    /// <summary>Why, plain text in the report's language; empty where the point is accepted and nothing more is said.</summary>
    public required string Reason { get; set; }

    /// <summary>Version of the scoping paper in which something changed.</summary>
    public int? PaperVersion { get; set; }

    /// <summary>Number of the paragraph of that version.</summary>
    public int? Paragraph { get; set; }
}
