using System.Text;
using System.Xml;
using BTech.Languages;
using DocumentFormat.OpenXml.Packaging;

namespace BTech.Documents.Reports;

/// <summary>
/// The document's properties: title and language. No author, no last editor and no time, so that a file
/// names nobody of the project team and the same version always gives the same bytes.
/// </summary>
internal static class DocxProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(CoreFilePropertiesPart part, string title, Language language)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", DublinCore, PlainWords.Of(title));
        xml.WriteElementString("dc", "language", DublinCore, language.Code);
        xml.WriteEndElement();
    }
}
