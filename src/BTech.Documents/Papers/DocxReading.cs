using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;

namespace BTech.Documents.Papers;

/// <summary>One walk through the body of a Word document.</summary>
internal sealed partial class DocxReading(MainDocumentPart main)
{
    // Without it, marks around words could stand in the paper as asterisks.
    private static readonly MarkdownPipeline Check = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly Dictionary<string, Style> _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    // By id once: looked for at each reference, a file made of references would be read for hours.
    private readonly Dictionary<string, Uri> _links = LinksOf(main);

    // Each part of the file has its own: the same id stands for another address in a footnote.
    private readonly Dictionary<string, Uri> _footnoteLinks = LinksOf(main.FootnotesPart);
    private readonly Dictionary<string, Uri> _endnoteLinks = LinksOf(main.EndnotesPart);
    private readonly Dictionary<long, Footnote> _footnotes = ById(main.FootnotesPart?.Footnotes?.Elements<Footnote>(), note => note.Id?.Value);
    private readonly Dictionary<long, Endnote> _endnotes = ById(main.EndnotesPart?.Endnotes?.Elements<Endnote>(), note => note.Id?.Value);
    private readonly Dictionary<OpenXmlElement, string> _noteTexts = [];

    private readonly DocxLists _lists = new(main.NumberingDefinitionsPart?.Numbering);

    private readonly StringBuilder _text = new();
    private readonly List<string> _notes = [];
    private int _noteCount;
    private int _noteLength;
    private OpenXmlElement? _inNote;

    // What stands before the item being read and before each in which it lies: "- " or "2. "; none outside lists.
    private readonly List<(int Depth, string Sign)> _markers = [];

    public string Read(OpenXmlElement body)
    {
        foreach (var element in body.ChildElements) Take(element);
        return _text.ToString().Trim('\n');
    }

    private void Take(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                Take(paragraph);
                break;
            case Table table:
                Take(table);
                break;
            // Whole paragraphs moved or inserted, and content controls, hold blocks like the body.
            case SdtBlock { SdtContentBlock: { } content }:
                foreach (var inner in content.ChildElements) Take(inner);
                break;
            case CustomXmlBlock or InsertedRun or MoveToRun:
                foreach (var inner in element.ChildElements) Take(inner);
                break;
        }
    }

    private void Take(Paragraph paragraph)
    {
        // A table of contents names pages that a web page does not have; the reading page makes its own.
        if (StyleNames(paragraph).Any(name => name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase))) return;
        if (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == PaperDocument.VersionStyle) return;
        var level = HeadingLevel(paragraph);
        var item = level > 0 ? null : _lists.Next(paragraph.ParagraphProperties?.NumberingProperties, Styles(paragraph));
        // Paragraphs that the author numbered are paragraphs and get our numbers; a list is what follows a colon, has signs, or lies deeper.
        if (_markers.Count == 0 && item is { Depth: 0, Number: not null } && !EndsInColon()) item = null;
        // Notes are counted anew for each paragraph, with the list after its colon: one more at the beginning does not change all that follow.
        if (item is null || (_markers.Count == 0 && !EndsInColon())) _noteCount = 0;
        var line = Line(paragraph);
        if (line.Length == 0) return;
        _text.Append(_markers.Count > 0 && item is not null ? "\n" : "\n\n");
        Begin(item);
        if (level > 0) _text.Append('#', level).Append(' ');
        else if (_markers.Count > 0) _text.Append(' ', Indent(_markers.Count - 1)).Append(_markers[^1].Sign);
        _text.Append(line);
        Notes(Indent(_markers.Count));
        RefuseTooLong(_text.Length);
    }

    // An item can lie one step deeper than the one before it, and no more: further in, Markdown would see code.
    private void Begin(ListItem? item)
    {
        _markers.RemoveAll(outer => item is null || outer.Depth >= item.Depth);
        if (item is not null) _markers.Add((item.Depth, item.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "- "));
    }

    private int Indent(int depth) => _markers.Take(depth).Sum(outer => outer.Sign.Length);

    private bool EndsInColon() => _text.Length > 0 && _text[^1] is ':' or '：';

    private void Take(Table table)
    {
        _markers.Clear();
        _noteCount = 0;
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>()
            .Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(Line).Where(line => line.Length > 0)).Replace("|", "\\|", StringComparison.Ordinal)).ToList())
            .Where(cells => cells.Count > 0).ToList();
        if (rows.Count == 0) return;
        var width = rows.Max(cells => cells.Count);
        // One wide row would widen every other.
        RefuseTooLong(_text.Length + (long)width * rows.Count);
        // A table of one column is a frame around text.
        if (width == 1)
        {
            foreach (var cells in rows.Where(cells => cells[0].Length > 0)) _text.Append("\n\n").Append(cells[0]);
        }
        else
        {
            _text.Append("\n\n");
            for (var row = 0; row < rows.Count; row++)
            {
                _text.Append("| ").AppendJoin(" | ", rows[row].Concat(Enumerable.Repeat("", width - rows[row].Count))).Append(" |\n");
                if (row == 0) _text.Append("| ").AppendJoin(" | ", Enumerable.Repeat("---", width)).Append(" |\n");
            }
        }
        // A table takes no line after its last row: its notes are a paragraph of their own.
        if (_notes.Count > 0) _text.Append("\n\n").AppendJoin("\\\n", _notes);
        _notes.Clear();
        RefuseTooLong(_text.Length);
    }

    private static void RefuseTooLong(long length)
    {
        if (length > PaperMarkdown.LongestText) throw new PaperRefusedException(PaperFault.TooLarge);
    }

    // Footnotes stand at the end of the paragraph that refers to them: on a page without pages there is no foot.
    private void Notes(int indent)
    {
        foreach (var note in _notes) _text.Append("\\\n").Append(' ', indent).Append(note);
        _notes.Clear();
    }

    private string Line(Paragraph paragraph)
    {
        var pieces = new List<(string Text, bool Bold, bool Italic, string? Link)>();
        Collect(paragraph, null, pieces);
        var line = Joined(pieces, emphasised: true);
        // Marks that touch the wrong signs are no marks, and would be read as asterisks: then the words stand without them.
        if (line.Length <= PaperMarkdown.LongestBlock && pieces.Exists(piece => piece.Bold || piece.Italic) && Joined(pieces, emphasised: false) is var plain
            && Markdown.ToPlainText(line, Check) != Markdown.ToPlainText(plain, Check)) line = plain;
        return line;
    }

    private static string Joined(List<(string Text, bool Bold, bool Italic, string? Link)> pieces, bool emphasised)
    {
        var line = new StringBuilder();
        for (var first = 0; first < pieces.Count;)
        {
            var (_, bold, italic, link) = pieces[first];
            var text = new StringBuilder();
            var next = first;
            for (; next < pieces.Count && (pieces[next].Bold, pieces[next].Italic, pieces[next].Link) == (bold, italic, link); next++) text.Append(pieces[next].Text);
            line.Append(Marked(text.ToString(), bold && emphasised, italic && emphasised, link));
            first = next;
        }
        // All that Markdown, or a reader of lines, takes for a blank or the end of a line.
        var words = line.ToString().Split([' ', '\t', '\n', '\r', '\v', '\f', '\u0085', '\u00A0', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries);
        return Literal(Entity().Replace(string.Join(' ', words), "\\&"));
    }

    private void Collect(OpenXmlElement element, string? link, List<(string, bool, bool, string?)> pieces)
    {
        foreach (var child in element.ChildElements)
            switch (child)
            {
                case Run run:
                    Collect(run, link, pieces);
                    break;
                case Hyperlink hyperlink:
                    Collect(hyperlink, AddressOf(hyperlink), pieces);
                    break;
                // Tracked changes as if accepted: what was inserted or moved here stays, what was deleted or moved away does not.
                case InsertedRun or MoveToRun or SimpleField or SdtRun or SdtContentRun or CustomXmlRun or BidirectionalEmbedding or BidirectionalOverride:
                    Collect(child, link, pieces);
                    break;
            }
    }

    private void Collect(Run run, string? link, List<(string, bool, bool, string?)> pieces)
    {
        if (IsOn(run.RunProperties?.Vanish)) return;
        var text = new StringBuilder();
        foreach (var child in run.ChildElements)
            switch (child)
            {
                case Text words:
                    text.Append(Escaped(words.Text));
                    break;
                case TabChar or Break or CarriageReturn:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('\u2011');
                    break;
                case FootnoteReference { Id.Value: var id } when _inNote is null:
                    Note(_footnotes.GetValueOrDefault(id), text);
                    break;
                case EndnoteReference { Id.Value: var id } when _inNote is null:
                    Note(_endnotes.GetValueOrDefault(id), text);
                    break;
            }
        // The number that we printed beside a paragraph ourselves goes; what an author typed right behind it has its style and stays.
        if (run.RunProperties?.RunStyle?.Val?.Value == PaperDocument.NumberStyle && PrintedNumber().Match(text.ToString()) is { Success: true } printed) text.Remove(0, printed.Length);
        if (text.Length > 0) pieces.Add((text.ToString(), IsOn(run.RunProperties?.Bold), IsOn(run.RunProperties?.Italic), link));
    }

    private void Note(OpenXmlElement? note, StringBuilder text)
    {
        if (note is null) return;
        var number = (++_noteCount).ToString(CultureInfo.InvariantCulture);
        text.Append("\\[").Append(number).Append("\\]");
        // Kept apart while its own paragraphs are read, and in the order of the references; a note within a note, which may be itself, is none.
        if (!_noteTexts.TryGetValue(note, out var words))
        {
            _inNote = note;
            _noteTexts[note] = words = string.Join(' ', note.Elements<Paragraph>().Select(Line).Where(line => line.Length > 0));
            _inNote = null;
        }
        // The same long note at every word.
        RefuseTooLong(_noteLength += words.Length);
        _notes.Add($"\\[{number}\\] {words}");
    }

    private static Dictionary<string, Uri> LinksOf(OpenXmlPart? part) =>
        (part?.HyperlinkRelationships ?? []).GroupBy(link => link.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Uri, StringComparer.Ordinal);

    private static Dictionary<long, T> ById<T>(IEnumerable<T>? notes, Func<T, long?> id) where T : OpenXmlElement =>
        (notes ?? []).Where(note => id(note) is not null).GroupBy(note => id(note)!.Value).ToDictionary(same => same.Key, same => same.First());

    private int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } direct and < 6) return direct + 1;
        foreach (var style in Styles(paragraph))
        {
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase)) return 1;
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 6) return outline + 1;
            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 7) return level;
        }
        return 0;
    }

    private IEnumerable<string> StyleNames(Paragraph paragraph) => Styles(paragraph).Select(style => style.StyleName?.Val?.Value ?? "");

    // A paragraph's style and those on which it rests; a broken file may let one rest on itself.
    private IEnumerable<Style> Styles(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; id is not null && steps < 20 && _styles.TryGetValue(id, out var style); steps++, id = style.BasedOn?.Val?.Value) yield return style;
    }

    private string? AddressOf(Hyperlink hyperlink) =>
        hyperlink.Id?.Value is { } id && (_inNote is null ? _links : _inNote is Footnote ? _footnoteLinks : _endnoteLinks).GetValueOrDefault(id) is { IsAbsoluteUri: true, Scheme: "https" or "mailto" } address
            ? address.AbsoluteUri : null;

    private static string Marked(string text, bool bold, bool italic, string? link)
    {
        var inner = text.Trim();
        if (inner.Length == 0) return text;
        // Markdown's marks must touch the words, so spaces go outside.
        var (before, after) = (text.Length - text.TrimStart().Length, text.Length - text.TrimEnd().Length);
        if (italic) inner = $"*{inner}*";
        if (bold) inner = $"**{inner}**";
        if (link is not null) inner = $"[{inner}]({link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
        return string.Concat(text.AsSpan(0, before), inner, text.AsSpan(text.Length - after));
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>') escaped.Append('\\');
            if (!char.IsControl(letter)) escaped.Append(letter);
        }
        return escaped.ToString();
    }

    // What begins a paragraph is the author's own sign or number, and no heading, quotation or list of Markdown.
    private static string Literal(string line)
    {
        if (line.Length == 0) return line;
        if (line[0] is '#' or '>' or '+' or '-' or '=' or '~') return "\\" + line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && (line[digits] is '.' or ')') ? $"{line[..digits]}\\{line[digits..]}" : line;
    }

    // What Markdown would read as one character: &copy; or &#169;.
    [GeneratedRegex("&(?=#?[A-Za-z0-9]+;)")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\d+\u2002?")]
    private static partial Regex PrintedNumber();

    private static bool IsOn(OnOffType? value) => value is not null && (value.Val is null || value.Val.Value);
}
