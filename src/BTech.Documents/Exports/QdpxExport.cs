using System.Text;
using System.Xml;
using BTech.Record.Coding;
using BTech.Record.Exports;

namespace BTech.Documents.Exports;

/// <summary>
/// Inputs as a REFI-QDA project (standard 1.0, QDA-XML version of 18 March 2019) for programs of qualitative analysis: the code book with its
/// hierarchy, each input as a plain text and its working translation as another, its passages as selections coded by one neutral user with the theme and
/// with a code for the stance.
/// Positions count Unicode code points from 0 and the end is exclusive, as in the standard's own sample; texts have LF line ends, or other programs
/// would count otherwise. All GUIDs are new in each file; no time stands in it, because the standard needs none.
/// </summary>
internal static class QdpxExport
{
    private const string Namespace = "urn:QDA-XML:project:1.0";
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(ExportSheet sheet, IAsyncEnumerable<ExportedInput> inputs, Stream stream, CancellationToken cancel)
    {
        await using var package = new StreamedZip(stream);
        // Texts go out as they come; the project refers to them and is written meanwhile.
        using var project = new MemoryStream();
        using (var xml = XmlWriter.Create(project, new XmlWriterSettings { Encoding = _utf8, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize }))
        {
            var guids = new Guids();
            Begin(xml, sheet, guids);
            var isEmpty = true;
            await foreach (var input in inputs.WithCancellation(cancel))
            {
                if (isEmpty) xml.WriteStartElement("Sources", Namespace);
                isEmpty = false;
                foreach (var inTranslation in input.Translation is null ? [false] : new[] { false, true })
                {
                    var source = Guid.NewGuid();
                    var text = new EvenLines(inTranslation ? input.Translation!.Text : input.Text);
                    await using (var entry = package.Begin($"sources/{source:D}.txt")) entry.Write(_utf8.GetBytes(text.Text));
                    Source(xml, sheet, input, inTranslation, text, source, guids);
                }
                await package.CarryAsync(cancel);
            }
            if (!isEmpty) xml.WriteEndElement();
            xml.WriteElementString("Description", Namespace, PlainCell.ForXml(sheet.Rule));
            xml.WriteEndElement();
        }
        project.Position = 0;
        await using (var entry = package.Begin("project.qde")) project.CopyTo(entry);
        await package.FinishAsync(cancel);
    }

    private static void Begin(XmlWriter xml, ExportSheet sheet, Guids guids)
    {
        xml.WriteStartElement("Project", Namespace);
        Attribute(xml, "name", sheet.Title);
        Attribute(xml, "origin", "B-Tech Consultation");
        Attribute(xml, "creatingUserGUID", guids.Of("user"));
        xml.WriteStartElement("Users", Namespace);
        Start(xml, "User", guids.Of("user"), sheet.Words.Team);
        xml.WriteEndElement();
        xml.WriteEndElement();

        xml.WriteStartElement("CodeBook", Namespace);
        xml.WriteStartElement("Codes", Namespace);
        // A theme whose broader theme is gone stands by itself.
        foreach (var theme in sheet.Themes.Where(theme => !sheet.Themes.Any(other => other.Id == theme.ParentId))) Code(xml, sheet, theme, guids);
        foreach (var stance in Enum.GetValues<Stance>())
        {
            Start(xml, "Code", guids.Of(stance), sheet.Words.Stance(stance));
            Attribute(xml, "isCodable", "true");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();

        xml.WriteStartElement("Variables", Namespace);
        foreach (var (name, type) in Variables(sheet))
        {
            Start(xml, "Variable", guids.Of(name), name);
            Attribute(xml, "typeOfVariable", type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Code(XmlWriter xml, ExportSheet sheet, Theme theme, Guids guids)
    {
        Start(xml, "Code", guids.Of(theme.Id), theme.Name);
        Attribute(xml, "isCodable", "true");
        if (theme.Definition.Length > 0) xml.WriteElementString("Description", Namespace, PlainCell.ForXml(theme.Definition));
        foreach (var narrower in sheet.Themes.Where(other => other.ParentId == theme.Id)) Code(xml, sheet, narrower, guids);
        xml.WriteEndElement();
    }

    private static void Source(XmlWriter xml, ExportSheet sheet, ExportedInput input, bool inTranslation, EvenLines text, Guid source, Guids guids)
    {
        Start(xml, "TextSource", source.ToString("D"), inTranslation ? $"{Digits.Of(input.Reference)} ({sheet.Words.InTranslation})" : Digits.Of(input.Reference));
        Attribute(xml, "plainTextPath", $"internal://{source:D}.txt");
        Attribute(xml, "creatingUser", guids.Of("user"));
        foreach (var passage in input.Passages.Where(passage => passage.InTranslation == inTranslation))
        {
            Start(xml, "PlainTextSelection", Guid.NewGuid().ToString("D"), passage.Theme.Name);
            Attribute(xml, "startPosition", Digits.Of(text.Place(passage.Start)));
            Attribute(xml, "endPosition", Digits.Of(text.Place(passage.End)));
            Attribute(xml, "creatingUser", guids.Of("user"));
            foreach (var code in new[] { guids.Of(passage.Theme.Id), guids.Of(passage.Stance) })
            {
                xml.WriteStartElement("Coding", Namespace);
                Attribute(xml, "guid", Guid.NewGuid().ToString("D"));
                Attribute(xml, "creatingUser", guids.Of("user"));
                xml.WriteStartElement("CodeRef", Namespace);
                Attribute(xml, "targetGUID", code);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        var columns = sheet.Columns;
        if (input.FocusAreaNumber is { } area) Value(columns.FocusArea, "IntegerValue", Digits.Of(area));
        if (input.ParagraphNumber is { } paragraph) Value(columns.Paragraph, "IntegerValue", Digits.Of(paragraph));
        Value(columns.Kind, "TextValue", sheet.Words.Kind(input.Kind));
        if (input.Lineage is null) Value(columns.Permission, "TextValue", sheet.PermissionOf(input));
        else if (columns.Source is { } origin) Value(origin, "TextValue", ExportSheet.SourceOf(input));
        if (columns.Group is { } groups && input.Group is { } group) Value(groups, "TextValue", sheet.Words.Group(group));
        if (columns.Language is { } language) Value(language, "TextValue", sheet.Words.LanguageOf(input.Language));
        xml.WriteEndElement();

        void Value(string variable, string type, string value)
        {
            xml.WriteStartElement("VariableValue", Namespace);
            xml.WriteStartElement("VariableRef", Namespace);
            Attribute(xml, "targetGUID", guids.Of(variable));
            xml.WriteEndElement();
            xml.WriteElementString(type, Namespace, PlainCell.ForXml(value));
            xml.WriteEndElement();
        }
    }

    private static IEnumerable<(string Name, string Type)> Variables(ExportSheet sheet)
    {
        var columns = sheet.Columns;
        yield return (columns.FocusArea, "Integer");
        yield return (columns.Paragraph, "Integer");
        yield return (columns.Kind, "Text");
        yield return (columns.Permission, "Text");
        if (columns.Group is { } group) yield return (group, "Text");
        if (columns.Language is { } language) yield return (language, "Text");
        if (columns.Source is { } source) yield return (source, "Text");
    }

    private static void Start(XmlWriter xml, string element, string guid, string name)
    {
        xml.WriteStartElement(element, Namespace);
        Attribute(xml, "guid", guid);
        Attribute(xml, "name", name);
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, PlainCell.ForXml(value));

    /// <summary>A random GUID for each thing of one file; none of the database leaves it.</summary>
    private sealed class Guids
    {
        private readonly Dictionary<object, string> _known = [];

        public string Of(object thing) => _known.TryGetValue(thing, out var guid) ? guid : _known[thing] = Guid.NewGuid().ToString("D");
    }

    /// <summary>A text with LF line ends, and where places of the text before it stand in it.</summary>
    private sealed class EvenLines
    {
        // Code points of the line feeds that swallowed a carriage return before them, in the text as it was.
        private readonly List<int> _swallowing = [];

        public EvenLines(string text)
        {
            for (int index = 0, place = 0; index < text.Length; index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1, place++)
                if (text[index] == '\n' && index > 0 && text[index - 1] == '\r') _swallowing.Add(place);
            Text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        public string Text { get; }

        public int Place(int place) => place - _swallowing.TakeWhile(feed => feed <= place).Count();
    }
}
