namespace BTech.Record.Reports;

/// <summary>A coded excerpt on which a key point rests.</summary>
public sealed class Evidence
{
    /// <summary>The key point.</summary>
    public required Guid KeyPointId { get; init; }

    /// <summary>The coded excerpt.</summary>
    public required Guid ExcerptId { get; init; }

    /// <summary>Main, supporting or contrary.</summary>
    public EvidenceWeight Weight { get; set; } = EvidenceWeight.Main;
}
