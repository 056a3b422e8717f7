using BTech.Languages;

namespace BTech.Agenda.Papers;

/// <summary>One numbered paragraph of a scoping paper; people comment on it and link to it.</summary>
public sealed class Paragraph
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version it belongs to.</summary>
    public required Guid PaperVersionId { get; init; }

    /// <summary>Place in reading order, from 1, headings included.</summary>
    public required int Order { get; init; }

    /// <summary>Number printed beside it and used in addresses, from 1 through the whole paper; headings have none.</summary>
    public int? Number { get; init; }

    /// <summary>Number of the focus area it belongs to; nothing for introductory paragraphs.</summary>
    public int? FocusAreaNumber { get; set; }

    /// <summary>Whether it is a heading rather than a paragraph of text; headings carry no comments.</summary>
    public bool IsHeading => Number is null;

    /// <summary>The text, Markdown without raw HTML or images.</summary>
    public required LocalizedText Text { get; set; }
}
