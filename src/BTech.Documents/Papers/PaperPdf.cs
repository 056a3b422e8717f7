using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Documents.Pdf;
using BTech.Languages;
using BTech.Record.Reports;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace BTech.Documents.Papers;

/// <summary>
/// A version of the scoping paper as the sheet of a PDF: the same text and numbers as on the page, each paragraph in the language in which it
/// exists. Notes that stand at the end of their paragraph there stand at the foot of the page here.
/// </summary>
public static partial class PaperPdf
{
    // Deeper lists than in Word, and quotations within quotations without end, would be more than the engine goes into.
    private const int MostDepth = PaperLists.MostDepth;

    /// <summary>The sheet.</summary>
    public static PdfSheet Sheet(PaperDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Setting(document).Sheet();
    }

    [GeneratedRegex(@"^\[(?<number>[0-9]{1,4})\] ")]
    private static partial Regex NoteLine();

    private sealed class Setting(PaperDocument document)
    {
        private readonly PdfNotes _notes = new();

        public PdfSheet Sheet()
        {
            var blocks = new List<PdfBlock>();
            var (area, isFirst) = ((int?)null, true);
            foreach (var paragraph in document.Paragraphs)
            {
                blocks.AddRange(Blocks(paragraph, opensPart: isFirst || paragraph.FocusAreaNumber != area, isFirstHeading: blocks.TrueForAll(block => block is not PdfHeading)));
                (area, isFirst) = (paragraph.FocusAreaNumber, false);
            }
            var contents = blocks.Exists(block => block is PdfHeading) ? document.Contents : null;
            return new PdfSheet(
                PdfSheet.TitleOf(document.Title), document.Language.Code, PdfPageLine.Of(document.Page), [[new PdfRun(Reports.PlainWords.Of(document.Version))]], contents, blocks, _notes.All);
        }

        private IEnumerable<PdfBlock> Blocks(Agenda.Papers.Paragraph paragraph, bool opensPart, bool isFirstHeading)
        {
            var (text, written) = paragraph.Text.In(document.Language);
            var language = written == document.Language ? null : written.Code;
            var blocks = PaperRuns.Blocks(text);
            if (paragraph.Number is not { } number)
            {
                // No level may be left out: the first is always of the first.
                yield return PdfHeading.Of(opensPart || isFirstHeading ? 1 : 2, [.. blocks.OfType<LeafBlock>().SelectMany(PaperRuns.Of).Select(OnOneLine)], language);
                yield break;
            }
            var mark = (string?)number.ToString(CultureInfo.InvariantCulture);
            foreach (var block in blocks.Where(block => block is not LinkReferenceDefinitionGroup))
            {
                // A table or list cannot hold the number: it stands alone above.
                if (mark is not null && block is not LeafBlock) yield return new PdfParagraph([], mark, language);
                foreach (var set in Set(block, block is LeafBlock ? mark : null, language, 0)) yield return set;
                mark = null;
            }
            if (mark is not null) yield return new PdfParagraph([], mark, language);
        }

        private IEnumerable<PdfBlock> Set(Block block, string? mark, string? language, int depth)
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    return [];
                case MarkdownTable table:
                    return Table(table, language);
                case LeafBlock leaf:
                    return [new PdfParagraph(Runs(leaf, language), mark, language)];
                case ContainerBlock container when depth >= MostDepth:
                    return container.SelectMany(inner => Set(inner, null, language, depth));
                case ListBlock list:
                    IReadOnlyList<PdfBlock>[] items = [.. list.OfType<ListItemBlock>().Select(item => (IReadOnlyList<PdfBlock>)[.. item.SelectMany(inner => Set(inner, null, language, depth + 1))])];
                    return list.IsOrdered
                        ? [new PdfNumbered(int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1, items, language)]
                        : [new PdfBullets(items, language)];
                case QuoteBlock quote:
                    return [new PdfQuote([.. quote.SelectMany(inner => Set(inner, null, language, depth + 1))], language)];
                case ContainerBlock container:
                    return container.SelectMany(inner => Set(inner, null, language, depth));
                default:
                    return [];
            }
        }

        private IEnumerable<PdfBlock> Table(MarkdownTable table, string? language)
        {
            var rows = table.OfType<MarkdownRow>().ToList();
            var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
            if (width == 0) yield break;
            IReadOnlyList<PdfCell> Cells(MarkdownRow row) => [.. row.OfType<MarkdownCell>().Cast<MarkdownCell?>().Concat(Enumerable.Repeat<MarkdownCell?>(null, width)).Take(width)
                .Select(cell => new PdfCell([.. (cell ?? Enumerable.Empty<Block>()).OfType<LeafBlock>().SelectMany(leaf => Runs(leaf, language))]))];
            var head = rows.Find(row => row.IsHeader);
            yield return new PdfTable(width, head is null ? [] : [.. Cells(head).Select(cell => cell.Runs)], [.. rows.Where(row => row != head).Select(Cells)], language);
        }

        /// <summary>Lines "[1] …" at the end to which the text before refers by "[1]" are notes, as the import writes them.</summary>
        private List<PdfRun> Runs(LeafBlock leaf, string? language)
        {
            var lines = new List<List<InlineText.Run>> { new() };
            foreach (var run in Joined(PaperRuns.Of(leaf)))
                if (run.Text == PaperRuns.EndOfLine) lines.Add([]);
                else lines[^1].Add(run);

            var notes = new Dictionary<string, PdfNote>(StringComparer.Ordinal);
            while (lines.Count > 1 && lines[^1] is [var first, ..] && NoteLine().Match(first.Text) is { Success: true } found
                && lines.Take(lines.Count - 1).Any(line => line.Exists(run => run.Text.Contains($"[{found.Groups["number"].Value}]", StringComparison.Ordinal))))
            {
                var number = found.Groups["number"].Value;
                if (!notes.TryAdd(number, new PdfNote(number, [.. lines[^1].Select((run, at) => PdfRun.Of(at == 0 ? run with { Text = run.Text[found.Length..] } : run))], language))) break;
                lines.RemoveAt(lines.Count - 1);
            }

            var runs = new List<PdfRun>();
            foreach (var line in lines)
            {
                if (runs.Count > 0) runs.Add(new PdfRun("", IsBreak: true));
                foreach (var run in line) runs.AddRange(WithNotes(run, notes));
            }
            return runs;
        }

        // Each note has one reference; a second "[1]" stays as it was typed.
        private IEnumerable<PdfRun> WithNotes(InlineText.Run run, Dictionary<string, PdfNote> notes)
        {
            var rest = run.Text;
            while (notes.Count > 0)
            {
                var next = notes.Keys.Select(number => (Number: number, At: rest.IndexOf($"[{number}]", StringComparison.Ordinal))).Where(one => one.At >= 0).OrderBy(one => one.At).FirstOrDefault();
                if (next.Number is not { } found) break;
                if (next.At > 0) yield return PdfRun.Of(run with { Text = rest[..next.At] });
                yield return _notes.Add(notes[found]);
                notes.Remove(found);
                rest = rest[(next.At + found.Length + 2)..];
            }
            if (rest.Length > 0) yield return PdfRun.Of(run with { Text = rest });
        }

        // A sign that the author made safe is a piece of its own.
        private static List<InlineText.Run> Joined(IReadOnlyList<InlineText.Run> runs)
        {
            var joined = new List<InlineText.Run>();
            foreach (var run in runs)
                if (joined is [.., var last] && last.Text != PaperRuns.EndOfLine && run.Text != PaperRuns.EndOfLine && last with { Text = "" } == run with { Text = "" }) joined[^1] = last with { Text = last.Text + run.Text };
                else joined.Add(run);
            return joined;
        }

        private static PdfRun OnOneLine(InlineText.Run run) => PdfRun.Of(run with { Text = run.Text == PaperRuns.EndOfLine ? " " : run.Text });
    }
}
