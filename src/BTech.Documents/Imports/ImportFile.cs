using BTech.Agenda.Consultations;
using BTech.Documents.Papers;
using BTech.Record.Imports;
using Markdig;

namespace BTech.Documents.Imports;

/// <summary>
/// Reads what comes by other channels: a typed note, a text file, a Word document, a table of answers. Everything happens in memory, and nothing is
/// kept of a file but the texts and the names of its parts.
/// </summary>
public static class ImportFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>The most rows of a table that are taken at once.</summary>
    public const int MostRows = 2_000;

    private static readonly string[] TextEndings = [".txt", ".md", ".markdown", ".text"];
    private static readonly string[] TableEndings = [".csv", ".tsv", ".tab"];

    // Plain words: marks of Markdown come from the reader of Word documents and mean nothing in an input.
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">Its name: whether a text is a note or a table only its ending can tell.</param>
    /// <param name="areas">The focus areas that headings and columns may name.</param>
    /// <param name="rest">Where that goes which names none: a number, <see cref="ImportDraft.Overall"/>, or nothing to leave it out.</param>
    public static ImportReading Read(byte[] content, string name, IReadOnlyCollection<FocusArea> areas, int? rest)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(areas);
        if (content.Length > Largest) return ImportReading.Refused(ImportFault.TooLarge);
        if (content.AsSpan().StartsWith("PK"u8)) return Document(content, areas, rest);
        var isTable = TableEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (!isTable && !TextEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return ImportReading.Refused(ImportFault.UnknownFormat);
        if (FileText.Of(content) is not { } text) return ImportReading.Refused(ImportFault.BrokenEncoding);
        return isTable ? TableReading.Read(text, areas, rest) : Note(text, areas, rest);
    }

    /// <summary>Reads a note that was typed or pasted.</summary>
    public static ImportReading Note(string text, IReadOnlyCollection<FocusArea> areas, int? rest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(areas);
        return text.Length > PaperMarkdown.LongestText ? ImportReading.Refused(ImportFault.TooLarge)
            : Note(text, new AreaNames(areas), rest);
    }

    private static ImportReading Note(string text, AreaNames names, int? rest) => NoteReading.Read(ImportChannel.Note, NoteReading.Blocks(text, names), names, rest);

    private static ImportReading Document(byte[] content, IReadOnlyCollection<FocusArea> areas, int? rest)
    {
        try
        {
            using var file = new MemoryStream(content, writable: false);
            var blocks = PaperMarkdown.Read(PaperDocx.Read(file)).Select(block => new PaperBlock(block.Level, Markdown.ToPlainText(block.Text, Plain).Trim()));
            return NoteReading.Read(ImportChannel.Document, [.. blocks], new AreaNames(areas), rest);
        }
        catch (PaperRefusedException refusal)
        {
            return ImportReading.Refused(refusal.Fault switch
            {
                PaperFault.NotADocument => ImportFault.NotADocument,
                PaperFault.Programs => ImportFault.Programs,
                PaperFault.Empty => ImportFault.Empty,
                _ => ImportFault.TooLarge,
            });
        }
    }
}
