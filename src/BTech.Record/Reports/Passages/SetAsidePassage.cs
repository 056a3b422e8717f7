namespace BTech.Record.Reports.Passages;

/// <summary>A coded passage that a version of a report does not tell of, with the reason. It holds neither who set it aside nor when.</summary>
internal sealed class SetAsidePassage
{
    /// <summary>The version of the report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The passage.</summary>
    public required Guid ExcerptId { get; init; }

    /// <summary>Why.</summary>
    public required PassageReason Reason { get; set; }

    /// <summary>Why in words, for the team alone. Empty once the round's original texts are erased, for it may repeat what went with them.</summary>
    public string? Words { get; set; }
}
