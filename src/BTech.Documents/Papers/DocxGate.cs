using System.IO.Compression;
using System.Xml;

namespace BTech.Documents.Papers;

/// <summary>
/// Looks at a Word file's entries before a reader builds anything from them: how many there are, how much comes out of them, how deep and how
/// many their elements are, and that none declares a document type. The reader keeps every element in memory and walks them by recursion, so
/// depth would end the whole process and number would fill it. What entries say of their own size is not believed.
/// </summary>
internal static class DocxGate
{
    /// <summary>The largest part, in bytes and in characters; a paper of 200 pages has about 2 MB.</summary>
    public const long LargestPart = 20L * 1024 * 1024;

    private const long LargestUnpacked = 60L * 1024 * 1024;
    private const int MostEntries = 2_000;

    /// <summary>Elements within elements; a table within a table within a content control has about 20.</summary>
    private const int MostDepth = 200;

    /// <summary>Elements of all parts together; a paper of 200 pages has fewer than 100,000.</summary>
    private const int MostElements = 400_000;

    private const int MostAttributes = 200;

    /// <summary>Reads every entry once.</summary>
    /// <param name="file">A seekable stream; it stands at its beginning afterwards.</param>
    /// <exception cref="PaperRefusedException">The file is no archive, a broken one, or made to exhaust its reader.</exception>
    public static void Check(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries) throw new PaperRefusedException(PaperFault.TooLarge);
            var (left, elements) = (LargestUnpacked, MostElements);
            foreach (var entry in archive.Entries)
            {
                // A part in pieces could hide in the whole what no piece shows; no word processor writes one.
                if (entry.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase)) throw new PaperRefusedException(PaperFault.NotADocument);
                using var content = Unpacked(entry, ref left);
                if (IsXml(entry, content)) Scan(content, ref elements);
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new PaperRefusedException(PaperFault.NotADocument);
        }
        file.Position = 0;
    }

    private static MemoryStream Unpacked(ZipArchiveEntry entry, ref long left)
    {
        var content = new MemoryStream();
        using var packed = entry.Open();
        var buffer = new byte[81920];
        int read;
        while ((read = packed.Read(buffer, 0, buffer.Length)) > 0)
        {
            if ((left -= read) < 0) throw new PaperRefusedException(PaperFault.TooLarge);
            content.Write(buffer, 0, read);
        }
        content.Position = 0;
        return content;
    }

    // By its name, or because it could be read as XML under whatever name: it begins with a mark of byte order or an angle bracket.
    private static bool IsXml(ZipArchiveEntry entry, MemoryStream content)
    {
        if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var value in content.GetBuffer().AsSpan(0, (int)content.Length))
        {
            if (value is 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            return value == '<';
        }
        return false;
    }

    private static void Scan(MemoryStream content, ref int elements)
    {
        if (content.Length > LargestPart) throw new PaperRefusedException(PaperFault.TooLarge);
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth > MostDepth) throw new PaperRefusedException(PaperFault.TooDeep);
            if (--elements < 0 || reader.AttributeCount > MostAttributes) throw new PaperRefusedException(PaperFault.TooLarge);
        }
    }
}
