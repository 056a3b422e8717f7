using System.Globalization;
using System.Text;
using System.Xml;
using BTech.Documents.Reports;
using BTech.Languages;

namespace BTech.Documents.Feeds;

/// <summary>Writes a <see cref="Feed"/> as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/atom+xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    // A feed has to say since when it is as it is; one without entries has never been otherwise.
    private static readonly DateOnly Never = new(1970, 1, 1);

    /// <summary>The file: the same bytes as long as nothing is published or withdrawn.</summary>
    public static byte[] ToBytes(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            In(xml, feed.Language);
            Text(xml, "id", feed.Address.AbsoluteUri);
            Text(xml, "title", feed.Title);
            Text(xml, "updated", Instant(feed.Entries.Select(entry => entry.Day).DefaultIfEmpty(Never).Max()));
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", feed.Author);
            xml.WriteEndElement();
            Link(xml, "self", feed.Address, ContentType, feed.Language);
            Link(xml, "alternate", feed.Page, "text/html", feed.Language);
            foreach (var entry in feed.Entries) Write(xml, entry);
            xml.WriteEndElement();
        }
        return file.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        In(xml, entry.Language);
        Text(xml, "id", entry.Id.AbsoluteUri);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Instant(entry.Day));
        Text(xml, "updated", Instant(entry.Day));
        Link(xml, "alternate", entry.Page, "text/html", entry.Language);
        foreach (var (address, type) in entry.Files) Link(xml, "alternate", address, type, entry.Language);
        if (entry.Summary is { Length: > 0 } summary) Text(xml, "summary", summary);
        xml.WriteEndElement();
    }

    private static void In(XmlWriter xml, Language language) => xml.WriteAttributeString("xml", "lang", null, language.Code);

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, PlainWords.Of(text));

    private static void Link(XmlWriter xml, string relation, Uri address, string type, Language language)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("hreflang", language.Code);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    // The day alone is known; its beginning stands for it.
    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
