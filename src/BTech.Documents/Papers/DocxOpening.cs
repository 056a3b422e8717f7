using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Papers;

/// <summary>
/// Opens a Word file that somebody sent: first looked at by <see cref="DocxGate"/>, then without writing, refused with macros or embedded programs.
/// Nothing is fetched, and nothing is written to disk. The one way in for every file from outside.
/// </summary>
internal static class DocxOpening
{
    /// <summary>What a reader makes of the body.</summary>
    /// <param name="file">A seekable stream with the file.</param>
    /// <param name="read">The reader.</param>
    /// <exception cref="PaperRefusedException">It is no Word document, a broken or an unsafe one.</exception>
    public static T Read<T>(Stream file, Func<MainDocumentPart, Body, T> read)
    {
        DocxGate.Check(file);
        try
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = DocxGate.LargestPart, AutoSave = false });
            if (document.MainDocumentPart is not { Document.Body: { } body } main) throw new PaperRefusedException(PaperFault.NotADocument);
            if (HoldsPrograms(document)) throw new PaperRefusedException(PaperFault.Programs);
            return read(main, body);
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
