using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace BTech.Documents.Tests.Exports;

/// <summary>
/// A REFI-QDA project as another program reads it: strictly by the standard's rules for order, attributes and references, and by its positions
/// alone. Anything that does not fit is an error.
/// </summary>
internal sealed partial class QdpxReader
{
    private static readonly XNamespace _qda = "urn:QDA-XML:project:1.0";

    private static readonly Dictionary<string, string[]> _order = new()
    {
        ["Project"] = ["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description", "NoteRef"],
        ["Code"] = ["Description", "NoteRef", "Code"],
        ["TextSource"] = ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
        ["PlainTextSelection"] = ["Description", "Coding", "NoteRef"],
        ["Coding"] = ["CodeRef", "NoteRef"],
        ["VariableValue"] = ["VariableRef", "TextValue", "IntegerValue"],
    };

    public QdpxReader(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var entries = zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(bytes);
            return strict.GetString(bytes.ToArray());
        });
        Assert.All(entries.Values, text => Assert.False(text.StartsWith('\uFEFF'), "a byte order mark"));
        using var reader = XmlReader.Create(new StringReader(entries["project.qde"]), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        Project = XDocument.Load(reader).Root!;
        Assert.Equal(_qda + "Project", Project.Name);
        Assert.NotNull(Project.Attribute("name"));
        foreach (var element in Project.DescendantsAndSelf())
        {
            Assert.Equal(_qda, element.Name.Namespace);
            if (_order.TryGetValue(element.Name.LocalName, out var order))
            {
                var places = element.Elements().Select(child => Array.IndexOf(order, child.Name.LocalName)).ToList();
                Assert.DoesNotContain(-1, places);
                Assert.Equal(places.Order(), places);
            }
            if (element.Name.LocalName is "Users" or "Codes" or "Variables" or "Sources") Assert.True(element.HasElements, element.Name.LocalName);
        }
        var guids = Project.Descendants().Attributes("guid").Select(attribute => attribute.Value).ToList();
        Assert.Equal(guids.Count, guids.Distinct().Count());
        Assert.All(guids, guid => Assert.Matches(GuidType(), guid));
        Assert.All(Project.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "targetGUID" or "creatingUser" or "creatingUserGUID"), reference => Assert.Contains(reference.Value, guids));
        Assert.All(Project.Descendants(_qda + "Code"), code => Assert.Equal(("true", true), ((string?)code.Attribute("isCodable"), code.Attribute("name") is not null)));
        Assert.All(Project.Descendants(_qda + "Variable"), variable => Assert.Contains((string?)variable.Attribute("typeOfVariable"), new[] { "Text", "Integer" }));
        var names = Project.Descendants(_qda + "Code").Concat(Project.Descendants(_qda + "Variable")).ToDictionary(one => (string)one.Attribute("guid")!, one => (string)one.Attribute("name")!);
        Sources = [.. Project.Descendants(_qda + "TextSource").Select(source => SourceOf(source, entries, names))];
        Assert.Equal(Sources.Count + 1, entries.Count);
    }

    public XElement Project { get; }

    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Names of codes with the name of the broader one.</summary>
    public IReadOnlyList<(string Name, string? Broader)> Codes =>
        [.. Project.Descendants(_qda + "Code").Select(code => ((string)code.Attribute("name")!, code.Parent!.Name == _qda + "Code" ? (string?)code.Parent.Attribute("name") : null))];

    public string? Description => (string?)Project.Element(_qda + "Description");

    private static Source SourceOf(XElement source, Dictionary<string, string> entries, Dictionary<string, string> names)
    {
        var path = (string)source.Attribute("plainTextPath")!;
        Assert.StartsWith("internal://", path, StringComparison.Ordinal);
        var text = entries[$"sources/{path["internal://".Length..]}"];
        var runes = text.EnumerateRunes().ToArray();
        return new Source((string)source.Attribute("name")!, text,
            [.. source.Elements(_qda + "PlainTextSelection").Select(selection =>
            {
                var (start, end) = ((int)selection.Attribute("startPosition")!, (int)selection.Attribute("endPosition")!);
                Assert.InRange(start, 0, end);
                Assert.InRange(end, start, runes.Length);
                return new Selection(start, end, string.Concat(runes[start..end]), [.. selection.Descendants(_qda + "CodeRef").Select(code => names[(string)code.Attribute("targetGUID")!])]);
            })],
            source.Elements(_qda + "VariableValue").ToDictionary(value => names[(string)value.Element(_qda + "VariableRef")!.Attribute("targetGUID")!], value => value.Elements().Last().Value));
    }

    public sealed record Source(string Name, string Text, IReadOnlyList<Selection> Selections, IReadOnlyDictionary<string, string> Values);

    public sealed record Selection(int Start, int End, string Words, IReadOnlyList<string> Codes);

    [GeneratedRegex("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$")]
    private static partial Regex GuidType();
}
