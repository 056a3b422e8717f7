namespace BTech.Record.Responses;

/// <summary>
/// How many commented on a paragraph, as it is told beside what became of it: told once, with the first release, and never counted anew. Two bands of one
/// number at two times would say who withdrew between them.
/// </summary>
internal sealed class CommentedBand
{
    /// <summary>The report's number.</summary>
    public required int ReportNumber { get; init; }

    /// <summary>Number of the paragraph in the version that was commented on.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>The band's name.</summary>
    public required string Band { get; init; }
}
