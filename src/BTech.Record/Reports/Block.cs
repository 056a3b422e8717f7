namespace BTech.Record.Reports;

/// <summary>A paragraph, a bullet list with its introducing sentence, or the sides of a difference.</summary>
public sealed class Block
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The section.</summary>
    public required Guid SectionId { get; init; }

    /// <summary>Place in the section, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>Paragraph, list or sides.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>For a list and for sides: the sentence before them, inline text ending in a colon.</summary>
    public string? Introduction { get; set; }

    /// <summary>What it says: set one after the other in a paragraph, one bullet each in a list.</summary>
    public List<Statement> Statements { get; } = [];
}
