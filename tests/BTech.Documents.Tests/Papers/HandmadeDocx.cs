using System.IO.Compression;
using System.Text;

namespace BTech.Documents.Tests.Papers;

/// <summary>Word documents made by hand, so that each says exactly what a test is about.</summary>
internal static class HandmadeDocx
{
    public const string Names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

    /// <summary>A document with this body; other parts take the place of the usual ones, or come in addition.</summary>
    public static MemoryStream Of(string body, params (string Name, string Text)[] others) => Archive(Parts(body, others));

    /// <summary>The same with one part changed; one that is not there is made.</summary>
    public static MemoryStream Changed(string body, string part, Func<string, string> change, params (string Name, string Text)[] others)
    {
        var parts = Parts(body, others);
        var before = parts.Find(found => found.Name == part).Text ?? "";
        parts.RemoveAll(found => found.Name == part);
        return Archive([.. parts, (part, change(before))]);
    }

    /// <summary>The same without one part.</summary>
    public static MemoryStream Without(string body, string part) => Archive(Parts(body, []).Where(found => found.Name != part));

    /// <summary>The part with the one footnote, number 2.</summary>
    public static (string, string) Footnote(string runs) => ("word/footnotes.xml", $"<w:footnotes {Names}><w:footnote w:id='2'><w:p>{runs}</w:p></w:footnote></w:footnotes>");

    /// <summary>The list of content types with some more.</summary>
    public static string ContentTypesWith(string more) =>
        $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Default Extension='bin' ContentType='application/octet-stream'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override PartName='/word/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'/><Override PartName='/word/footnotes.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'/>{more}</Types>";

    public static MemoryStream Archive(IEnumerable<(string Name, string Text)> entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        file.Position = 0;
        return file;
    }

    private static List<(string Name, string Text)> Parts(string body, (string Name, string Text)[] others)
    {
        List<(string Name, string Text)> usual =
        [
            ("[Content_Types].xml", ContentTypesWith("")),
            ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='d' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/><Relationship Id='f' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes' Target='footnotes.xml'/><Relationship Id='link' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' Target='https://example.org/a(b)' TargetMode='External'/></Relationships>"),
            ("word/styles.xml", $"<w:styles {Names}><w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style><w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/></w:style><w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Our part'/><w:basedOn w:val='H2'/></w:style><w:style w:type='paragraph' w:styleId='C'><w:name w:val='toc 1'/><w:basedOn w:val='C'/></w:style><w:style w:type='paragraph' w:styleId='L'><w:name w:val='List'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>"),
            Footnote("<w:r><w:t>The note.</w:t></w:r>"),
            ("word/document.xml", $"<w:document {Names}><w:body>{body}</w:body></w:document>"),
        ];
        return [.. usual.Where(part => !others.Any(other => other.Name == part.Name)), .. others];
    }
}
