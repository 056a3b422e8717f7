namespace BTech.Record.Reports;

/// <summary>How a block is set.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph = 1,

    /// <summary>A bullet list.</summary>
    Bullets = 2,
}
