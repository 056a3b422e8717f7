namespace BTech.Record.Reports;

/// <summary>How a block is set.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph = 1,

    /// <summary>A bullet list.</summary>
    Bullets = 2,

    /// <summary>Where views differed: each side as one item, with its own phrase, after a sentence that says so.</summary>
    Views = 3,
}
