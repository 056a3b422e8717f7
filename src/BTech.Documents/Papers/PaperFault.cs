namespace BTech.Documents.Papers;

/// <summary>Why a paper cannot be taken. The page that shows it owns the words.</summary>
public enum PaperFault
{
    /// <summary>The file is no Word document, or a broken one.</summary>
    NotADocument = 1,

    /// <summary>Unpacked, the file is larger than a paper can be.</summary>
    TooLarge = 2,

    /// <summary>It holds no text.</summary>
    Empty = 3,

    /// <summary>Lists or quotations lie too deep in each other.</summary>
    TooDeep = 4,

    /// <summary>It has more paragraphs than a paper can have.</summary>
    TooManyParagraphs = 5,

    /// <summary>One paragraph is longer than one can be.</summary>
    ParagraphTooLong = 6,

    /// <summary>The text file is not UTF-8.</summary>
    BrokenEncoding = 7,

    /// <summary>The file holds macros or embedded programs.</summary>
    Programs = 8,

    /// <summary>It has more parts, headings of the uppermost level, than can be given focus areas on one page.</summary>
    TooManyParts = 9,

    /// <summary>One paragraph has more signs of Markdown than a person writes.</summary>
    TooManySigns = 10,
}

/// <summary>A paper cannot be taken.</summary>
/// <param name="fault">Why.</param>
/// <param name="beginning">The first words of the paragraph at fault, where one is.</param>
public sealed class PaperRefusedException(PaperFault fault, string beginning = "") : Exception($"{fault} {beginning}")
{
    /// <summary>Why.</summary>
    public PaperFault Fault => fault;

    /// <summary>The first words of the paragraph at fault, where one is.</summary>
    public string Beginning => beginning;
}
