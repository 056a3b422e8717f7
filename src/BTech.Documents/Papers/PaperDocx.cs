using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Papers;

/// <summary>
/// Reads a Word document as Markdown: headings, paragraphs, lists, tables, footnotes, links, bold and italic. Authors, comments, tracked
/// changes (as if accepted), hidden text, pictures, fields' codes and macros stay outside. Nothing is fetched, and nothing is written to disk.
/// </summary>
public static class PaperDocx
{
    private const long LargestUnpacked = 60L * 1024 * 1024;
    private const long LargestPart = 20L * 1024 * 1024;
    private const int MostEntries = 2_000;

    /// <summary>The document as Markdown.</summary>
    /// <param name="file">A seekable stream with the file.</param>
    /// <exception cref="PaperRefusedException">It is no Word document, a broken one, or larger than a paper can be.</exception>
    public static string Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        RefuseBombs(file);
        try
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart, AutoSave = false });
            if (document.MainDocumentPart is not { Document.Body: { } body } main) throw new PaperRefusedException(PaperFault.NotADocument);
            return new DocxReading(main).Read(body);
        }
        catch (Exception broken) when (broken is FileFormatException or OpenXmlPackageException or XmlException or InvalidDataException or IOException or UriFormatException or ArgumentException or InvalidOperationException)
        {
            throw new PaperRefusedException(PaperFault.NotADocument);
        }
    }

    // By what the entries say of themselves and by what really comes out of them: the first can lie.
    private static void RefuseBombs(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries) throw new PaperRefusedException(PaperFault.TooLarge);
            var left = LargestUnpacked;
            var buffer = new byte[81920];
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
                    if ((left -= read) < 0) throw new PaperRefusedException(PaperFault.TooLarge);
            }
        }
        catch (InvalidDataException)
        {
            throw new PaperRefusedException(PaperFault.NotADocument);
        }
        file.Position = 0;
    }
}
