namespace BTech.Record.Reports;

/// <summary>A footnote, referred to in inline text as <c>[^number]</c>.</summary>
public sealed class Footnote
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Inline text; an address alone is a link.</summary>
    public required string Text { get; set; }
}
