using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BTech.Documents.Reports;
using BTech.Record.Reports;

namespace BTech.Documents.Pdf;

/// <summary>
/// What stands in a PDF, as data: the template gives it its look. Every text is clean (<see cref="PlainWords"/>), so that the same sheet gives
/// the same bytes, and none is ever read as code.
/// </summary>
/// <param name="Title">Title, also of the file.</param>
/// <param name="Language">Language code of whatever names none of its own.</param>
/// <param name="Page">The footer's words before and behind the page's number.</param>
/// <param name="Lines">Lines under the title.</param>
/// <param name="Contents">Heading of the contents; nothing where there are none.</param>
/// <param name="Blocks">The text.</param>
/// <param name="Notes">The footnotes; runs refer to them by their place here.</param>
public sealed record PdfSheet(
    string Title, string Language, PdfPageLine Page, IReadOnlyList<IReadOnlyList<PdfRun>> Lines, string? Contents, IReadOnlyList<PdfBlock> Blocks, IReadOnlyList<PdfNote> Notes)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The sheet as the template reads it.</summary>
    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>A title that shows something: a file without one would be no PDF/UA.</summary>
    internal static string TitleOf(string title) => IsSeen(title) ? PlainWords.Of(title) : Nothing;

    /// <summary>What stands for a title or heading without words.</summary>
    internal const string Nothing = "–";

    /// <summary>Whether a text has anything that can be seen.</summary>
    internal static bool IsSeen(string text) => text.Any(sign => char.IsLetterOrDigit(sign) || char.IsPunctuation(sign) || char.IsSymbol(sign) || char.IsSurrogate(sign));
}

/// <summary>The footer.</summary>
/// <param name="Before">Words before the page's number.</param>
/// <param name="After">Words behind it.</param>
public sealed record PdfPageLine(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string Before, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string After)
{
    /// <summary>A line such as "Page {0}".</summary>
    internal static PdfPageLine Of(string line)
    {
        var words = PlainWords.Of(line);
        var place = words.IndexOf("{0}", StringComparison.Ordinal);
        return place < 0 ? new PdfPageLine(words, "") : new PdfPageLine(words[..place], words[(place + 3)..]);
    }
}

/// <summary>A stretch of text with one look, an end of a line, or a reference to a footnote.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsBold">Bold.</param>
/// <param name="IsItalic">Italic.</param>
/// <param name="Link">Address that it leads to.</param>
/// <param name="IsBreak">Whether it is an end of a line.</param>
/// <param name="Note">Place of a footnote in <see cref="PdfSheet.Notes"/>.</param>
/// <param name="IsFirst">Whether the footnote was not referred to before.</param>
public sealed record PdfRun(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string Text, bool IsBold = false, bool IsItalic = false, string? Link = null, bool IsBreak = false, int? Note = null, bool IsFirst = false)
{
    /// <summary>A run of a report or a paper that is no reference to a footnote.</summary>
    internal static PdfRun Of(InlineText.Run run) => new(PlainWords.Of(run.Text), run.IsKeyPhrase, run.IsEmphasis, run.Link);
}

/// <summary>A footnote.</summary>
/// <param name="Mark">Its number, as it stands in the other formats.</param>
/// <param name="Runs">Its text.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfNote(string Mark, IReadOnlyList<PdfRun> Runs, string? Language = null);

/// <summary>A paragraph, heading, list, quotation or table.</summary>
/// <param name="Language">Language code, where it is not the sheet's.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PdfParagraph), "paragraph")]
[JsonDerivedType(typeof(PdfHeading), "heading")]
[JsonDerivedType(typeof(PdfBullets), "bullets")]
[JsonDerivedType(typeof(PdfNumbered), "numbered")]
[JsonDerivedType(typeof(PdfLines), "lines")]
[JsonDerivedType(typeof(PdfQuote), "quote")]
[JsonDerivedType(typeof(PdfTable), "table")]
public abstract record PdfBlock(string? Language);

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its text.</param>
/// <param name="Number">The number beside it.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfParagraph(IReadOnlyList<PdfRun> Runs, string? Number = null, string? Language = null) : PdfBlock(Language);

/// <summary>A heading below the title, which is the one heading of the first level in every format.</summary>
/// <param name="Level">1 for a section, or 2 under one: tagged H2 and H3.</param>
/// <param name="Runs">Its text.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfHeading(int Level, IReadOnlyList<PdfRun> Runs, string? Language = null) : PdfBlock(Language)
{
    /// <summary>A heading that shows something, as PDF/UA asks.</summary>
    internal static PdfHeading Of(int level, IReadOnlyList<PdfRun> runs, string? language = null) =>
        new(level, runs.Any(run => PdfSheet.IsSeen(run.Text)) ? runs : [new PdfRun(PdfSheet.Nothing)], language);
}

/// <summary>A bullet list.</summary>
/// <param name="Items">What each item holds.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfBullets(IReadOnlyList<IReadOnlyList<PdfBlock>> Items, string? Language = null) : PdfBlock(Language);

/// <summary>A list with numbers.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Items">What each item holds.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfNumbered([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int Start, IReadOnlyList<IReadOnlyList<PdfBlock>> Items, string? Language = null) : PdfBlock(Language);

/// <summary>A list without marks, such as of people.</summary>
/// <param name="Items">What each line holds.</param>
public sealed record PdfLines(IReadOnlyList<IReadOnlyList<PdfBlock>> Items) : PdfBlock((string?)null);

/// <summary>A quotation.</summary>
/// <param name="Blocks">What it holds.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfQuote(IReadOnlyList<PdfBlock> Blocks, string? Language = null) : PdfBlock(Language);

/// <summary>A table.</summary>
/// <param name="Columns">How many columns it has, at least 1.</param>
/// <param name="Header">The cells of its head; none where it has no head.</param>
/// <param name="Rows">The other rows, each with as many cells as there are columns.</param>
/// <param name="Language">Language code, where it is not the sheet's.</param>
public sealed record PdfTable(int Columns, IReadOnlyList<IReadOnlyList<PdfRun>> Header, IReadOnlyList<IReadOnlyList<PdfCell>> Rows, string? Language = null) : PdfBlock(Language);

/// <summary>A cell of a table.</summary>
/// <param name="Runs">Its text.</param>
public sealed record PdfCell(IReadOnlyList<PdfRun> Runs);
