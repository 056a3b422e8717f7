using System.Text;
using System.Xml;
using System.Xml.Linq;
using BTech.Documents.Exports;
using BTech.Record.Coding;

namespace BTech.Documents.CodeBooks;

/// <summary>
/// A code book as REFI-QDA code book (QDC, standard 1.0): themes as nested codes, those that cut across focus areas as a set. The standard has one
/// description for each code; what is said about its use stands there in paragraphs of their own, which are found again by their beginnings.
/// The origin says which version of the book it is. All GUIDs are new in each file.
/// </summary>
internal static class CodeBookQdc
{
    private const string CrossCutting = "Across focus areas";
    private const string WhenToUse = "When to use: ";
    private const string WhenNot = "When not to use: ";
    private const string Example = "Example: ";
    private static readonly XNamespace _qda = "urn:QDA-XML:codebook:1.0";

    public static byte[] Write(IReadOnlyList<ThemeDraft> themes, int version)
    {
        var codes = new XElement(_qda + "Codes");
        var set = new XElement(_qda + "Set", new XAttribute("guid", NewGuid()), new XAttribute("name", CrossCutting));
        var byName = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var theme in themes)
        {
            var guid = NewGuid();
            var code = new XElement(_qda + "Code", new XAttribute("guid", guid), new XAttribute("name", PlainCell.ForXml(theme.Name)), new XAttribute("isCodable", "true"));
            if (Description(theme) is { Length: > 0 } description) code.Add(new XElement(_qda + "Description", PlainCell.ForXml(description)));
            (theme.Broader is { } broader && byName.TryGetValue(broader, out var parent) ? parent : codes).Add(code);
            byName[theme.Name] = code;
            if (theme.IsCrossCutting) set.Add(new XElement(_qda + "MemberCode", new XAttribute("guid", guid)));
        }
        var book = new XElement(_qda + "CodeBook", new XAttribute("origin", $"B-Tech Consultation, list of themes, version {Digits.Of(version)}"), codes);
        if (set.HasElements) book.Add(new XElement(_qda + "Sets", set));
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" })) book.Save(xml);
        return stream.ToArray();
    }

    public static CodeBookReading Read(string text)
    {
        XElement book;
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            book = XDocument.Load(xml).Root!;
        }
        catch (XmlException)
        {
            return CodeBookReading.Refused(CodeBookFault.BrokenXml);
        }
        if (book.Name != _qda + "CodeBook" || book.Element(_qda + "Codes") is not { } codes) return CodeBookReading.Refused(CodeBookFault.NoCodeBook);
        var across = book.Descendants(_qda + "Set").Where(set => (string?)set.Attribute("name") == CrossCutting)
            .SelectMany(set => set.Elements(_qda + "MemberCode")).Select(member => (string?)member.Attribute("guid")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var check = new DraftCheck();
        var place = 0;
        // One after the other and not one inside the other: a file may nest as deep as it likes.
        foreach (var code in codes.Descendants(_qda + "Code"))
        {
            place++;
            var broader = code.Parent!.Name == code.Name ? Name(code.Parent) : null;
            var guid = (string?)code.Attribute("guid");
            if (check.Add(Draft(Name(code), broader, (string?)code.Element(_qda + "Description") ?? "", guid is not null && across.Contains(guid))) is { } fault)
                return CodeBookReading.Refused(fault, fault == CodeBookFault.TooMany ? 0 : place);
        }
        return new CodeBookReading(check.Themes);
    }

    private static string Name(XElement code) => ((string?)code.Attribute("name") ?? "").Trim();

    private static string NewGuid() => Guid.NewGuid().ToString("D");

    private static string Description(ThemeDraft theme) => string.Join("\n\n", new[]
    {
        theme.Definition, Labelled(WhenToUse, theme.WhenToUse), Labelled(WhenNot, theme.WhenNot), Labelled(Example, theme.Example),
    }.Where(part => part.Length > 0));

    private static string Labelled(string label, string text) => text.Length > 0 ? label + text : "";

    private static ThemeDraft Draft(string name, string? broader, string description, bool isCrossCutting)
    {
        var left = description.ReplaceLineEndings("\n");
        // From behind: each part goes to the end of what is left.
        var example = Cut(Example);
        var whenNot = Cut(WhenNot);
        var whenToUse = Cut(WhenToUse);
        return new ThemeDraft(name, broader, left.Trim(), whenToUse, whenNot, example, isCrossCutting);

        string Cut(string label)
        {
            var at = left.StartsWith(label, StringComparison.Ordinal) ? 0 : left.LastIndexOf("\n\n" + label, StringComparison.Ordinal);
            if (at < 0) return "";
            var part = left[(at + label.Length + (at == 0 && left.StartsWith(label, StringComparison.Ordinal) ? 0 : 2))..].Trim();
            left = left[..at];
            return part;
        }
    }
}
