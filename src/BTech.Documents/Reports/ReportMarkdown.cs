using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>
/// A Summary Report as Markdown (CommonMark with footnotes): one first-level heading, sections of the second level,
/// groups of the list of participants of the third. Nothing a person typed can become markup.
/// </summary>
public static partial class ReportMarkdown
{
    /// <summary>Writes UTF-8 without byte order mark, lines ending in LF.</summary>
    public static void Write(ReportDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Text(document)));
    }

    /// <summary>The Markdown text.</summary>
    public static string Text(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        text.Append("# ").Append(Heading(document.Title)).Append("\n\n");
        if (document.EventLine.Count > 0) text.Append(Block(document.EventLine)).Append("\n\n");
        if (document.Furniture.Basis is { Length: > 0 } basis) text.Append(AtStart(Escape(PlainWords.Of(basis)))).Append("\n\n");
        foreach (var section in document.Sections)
        {
            text.Append("## ").Append(Heading(section.Heading)).Append("\n\n");
            foreach (var part in section.Parts) Append(text, part);
        }
        foreach (var note in document.Notes) text.Append("[^").Append(note.Number).Append("]: ").Append(Inline(note.Runs)).Append("\n\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, ReportPart part)
    {
        switch (part)
        {
            case ReportParagraph paragraph:
                text.Append(Block(paragraph.Runs)).Append("\n\n");
                break;
            case ReportBullets bullets:
                foreach (var item in bullets.Items) text.Append("- ").Append(Block(item)).Append('\n');
                text.Append('\n');
                break;
            case ReportListing listing:
                text.Append("### ").Append(Heading(listing.Heading)).Append("\n\n");
                foreach (var line in listing.Lines) text.Append("- ").Append(AtStart(Escape(line))).Append('\n');
                text.Append('\n');
                break;
            case ReportTable table:
                text.Append(AtStart(Escape(table.Caption))).Append("\n\n");
                Row(text, table.Header.Select(Escape));
                Row(text, table.Header.Select(_ => "---"));
                foreach (var row in table.Rows) Row(text, row.Cells.Prepend(row.Head).Select(Escape));
                text.Append('\n');
                break;
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Block(IReadOnlyList<InlineText.Run> runs) => AtStart(Inline(runs));

    private static string Inline(IReadOnlyList<InlineText.Run> runs)
    {
        var text = new StringBuilder();
        for (var at = 0; at < runs.Count; at++)
        {
            var run = runs[at];
            // An exclamation mark before a bracket would make a picture.
            if ((run.Footnote is not null || run.Link is not null) && text.Length > 0 && text[^1] == '!') text.Insert(text.Length - 1, '\\');
            if (run.Footnote is { } number)
            {
                text.Append("[^").Append(number).Append(']');
                continue;
            }
            var next = at + 1 < runs.Count ? runs[at + 1] : null;
            var beginning = text.Length;
            Append(text, run, next?.Footnote is null ? next?.Text : "[");
            // With these behind it, a footnote's mark would be read as a link or as the footnote itself.
            if (at == 0 || runs[at - 1].Footnote is null || beginning == text.Length) continue;
            if (text[beginning] is '(' or ':') text.Insert(beginning, '\\');
            else if (text[beginning] == '[') text.Insert(beginning, "<!-- -->");
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, InlineText.Run run, string? following)
    {
        var words = run.Text.Trim(' ');
        var shown = run.Link switch
        {
            null => Escape(words),
            var link when link == words && link == Address(link) => $"<{link}>",
            var link => $"[{Escape(words)}]({Address(link)})",
        };
        var before = run.Text.Length - run.Text.TrimStart(' ').Length;
        var after = words.Length == 0 ? 0 : run.Text.Length - run.Text.TrimEnd(' ').Length;
        text.Append(' ', before);
        if (words.Length == 0 || (!run.IsKeyPhrase && !run.IsEmphasis))
        {
            text.Append(shown);
        }
        else
        {
            var previous = text.Length > 0 ? text[^1] : ' ';
            var next = after > 0 || string.IsNullOrEmpty(following) ? ' ' : following[0];
            // Beside a letter, asterisks next to punctuation do not open or close anything (usual in Chinese): then HTML does it.
            var plain = Opens(previous, shown[0]) && Opens(next, shown[^1]);
            if (run.IsEmphasis) shown = plain ? $"*{shown}*" : $"<em>{shown}</em>";
            if (run.IsKeyPhrase) shown = plain ? $"**{shown}**" : $"<strong>{shown}</strong>";
            text.Append(shown);
        }
        text.Append(' ', after);
    }

    private static string Address(string link) =>
        Delimiter().Replace(link, match => "%" + ((int)match.Value[0]).ToString("X2", CultureInfo.InvariantCulture));

    // Half of a character beyond the first plane may be a symbol, which counts as punctuation, or a letter: within, take it for the one; outside, for the other.
    private static bool Opens(char outside, char inside) =>
        outside != '*' && (!(IsPunctuation(inside) || char.IsSurrogate(inside)) || outside == ' ' || IsPunctuation(outside));

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);

    // Many readers make links of bare addresses and then show the backslashes in them: so no address is left bare.
    private static string Escape(string words) =>
        BareAddress().Replace(Ampersand().Replace(Special().Replace(words, @"\$0"), @"\&"), @"$1\$2");

    // Number signs at the end of a heading would be taken for its closing mark.
    private static string Heading(string words) => Escape(words).Replace("#", @"\#", StringComparison.Ordinal);

    // What would begin a heading, list, quotation, rule or code block at the start of a line.
    private static string AtStart(string line)
    {
        var trimmed = line.TrimStart(' ');
        if (trimmed.Length == 0) return trimmed;
        if (trimmed[0] is '#' or '+' or '-' or '=' or ':') return "\\" + trimmed;
        return Numbering().Replace(trimmed, @"$1\$2");
    }

    [GeneratedRegex(@"[\\`*_\[\]<>~|$^]|=(?==)|\+(?=\+)")]
    private static partial Regex Special();

    [GeneratedRegex(@"[()<>\\]")]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"(https?|ftp|mailto|tel|www)([:.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();

    [GeneratedRegex("&(?=[#A-Za-z0-9])")]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"^([0-9]{1,9})([.)])")]
    private static partial Regex Numbering();
}
