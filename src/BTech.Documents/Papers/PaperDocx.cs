using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Papers;

/// <summary>
/// Reads a Word document as Markdown: headings, paragraphs, lists, tables, footnotes, links, bold and italic. Authors, comments, tracked
/// changes (as if accepted), hidden text, pictures and fields' codes stay outside; a file with macros or embedded programs is refused.
/// Nothing is fetched, and nothing is written to disk.
/// </summary>
public static class PaperDocx
{
    /// <summary>The document as Markdown, at most <see cref="PaperMarkdown.LongestText"/> characters and a little.</summary>
    /// <param name="file">A seekable stream with the file.</param>
    /// <exception cref="PaperRefusedException">It is no Word document, a broken or unsafe one, or larger than a paper can be.</exception>
    public static string Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        DocxGate.Check(file);
        try
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = DocxGate.LargestPart, AutoSave = false });
            if (document.MainDocumentPart is not { Document.Body: { } body } main) throw new PaperRefusedException(PaperFault.NotADocument);
            if (HoldsPrograms(document)) throw new PaperRefusedException(PaperFault.Programs);
            return new DocxReading(main).Read(body);
        }
        catch (Exception broken) when (broken is FileFormatException or OpenXmlPackageException or XmlException or InvalidDataException or IOException or UriFormatException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException or KeyNotFoundException)
        {
            throw new PaperRefusedException(PaperFault.NotADocument);
        }
    }

    private static bool HoldsPrograms(WordprocessingDocument document) =>
        document.DocumentType is WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate
        || document.GetAllParts().Any(part => part is VbaProjectPart or EmbeddedObjectPart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart);
}
