using System.Globalization;
using System.Text;

namespace BTech.Documents.Tests.Pdf;

/// <summary>
/// The smallest file in which everything stands that <see cref="PdfStructure"/> looks at, as text: so that each thing can be taken out or spoiled by
/// itself. Its one font is no font; nobody draws it.
/// </summary>
internal static class HandmadePdf
{
    private static readonly string[] Objects =
    [
        "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /MarkInfo << /Marked true >> /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> /Metadata 4 0 R /Outlines 17 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 18 0 R /Tabs /S /StructParents 0 /Annots [14 0 R] /Resources << /Font << /F1 15 0 R >> >> >>",
        Stream("", "<x:xmpmeta><rdf:RDF><rdf:Description><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Title</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"),
        "<< /Type /StructTreeRoot /K [6 0 R] /RoleMap << /Emphasis /Span >> /ParentTree << /Nums [0 [7 0 R] 1 13 0 R] >> >>",
        "<< /Type /StructElem /S /Document /P 5 0 R /K [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 12 0 R 13 0 R 19 0 R 20 0 R] >>",
        "<< /Type /StructElem /S /H1 /P 6 0 R /Pg 3 0 R /K 0 >>",
        "<< /Type /StructElem /S /H2 /P 6 0 R >>",
        "<< /Type /StructElem /S /H3 /P 6 0 R >>",
        "<< /Type /StructElem /S /Note /ID (note-1) /P 6 0 R >>",
        "<< /Type /StructElem /S /Note /ID (note-2) /P 6 0 R >>",
        "<< /Type /StructElem /S /Emphasis /P 6 0 R >>",
        "<< /Type /StructElem /S /Link /P 6 0 R /K << /Type /OBJR /Obj 14 0 R /Pg 3 0 R >> >>",
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (Where it leads) /StructParent 1 /A << /S /URI /URI (https://example.org/) >> >>",
        "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 16 0 R /ToUnicode 4 0 R >>",
        "<< /Type /FontDescriptor /FontName /X /FontFile2 4 0 R >>",
        "<< /Type /Outlines /First 8 0 R >>",
        Stream("", "/H1 << /MCID 0 >> BDC BT /F1 9 Tf (a \\(Tj\\) b) Tj ET EMC /Artifact BMC BT <41> Tj ET EMC"),
        "<< /Type /StructElem /S /Table /P 6 0 R /K << /Type /StructElem /S /TR /K << /Type /StructElem /S /TH >> >> >>",
        "<< /Type /StructElem /S /Figure /Alt (What is to be seen) /P 6 0 R >>",
    ];

    /// <summary>The file as it is, or with one piece of its text in place of another.</summary>
    public static byte[] File(string piece = "/Type", string instead = "/Type")
    {
        Assert.Contains(Objects, written => written.Contains(piece, StringComparison.Ordinal));
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (number, written) in Objects.Select((written, at) => (at + 1, written.Replace(piece, instead, StringComparison.Ordinal))))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{written}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {Objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {Objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string entries, string content) => $"<< {entries} /Length {content.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{content}\nendstream";
}
