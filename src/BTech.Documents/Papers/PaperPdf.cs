using System.Globalization;
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
public static class PaperPdf
{
    // Deeper lists than in Word, and quotations within quotations without end, would be more than the engine goes into.
    private const int MostDepth = PaperLists.MostDepth;

    /// <summary>The sheet.</summary>
    public static PdfSheet Sheet(PaperDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Setting(document).Sheet();
    }

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

        private List<PdfRun> Runs(LeafBlock leaf, string? language)
        {
            var (runs, notes) = PaperNotes.Of(leaf);
            return [.. runs.Select(run => run.Footnote is { } place
                ? _notes.Add(new PdfNote(notes[place - 1].Number, [.. notes[place - 1].Runs.Select(PdfRun.Of)], language))
                : run.Text == PaperRuns.EndOfLine ? new PdfRun("", IsBreak: true) : PdfRun.Of(run))];
        }

        private static PdfRun OnOneLine(InlineText.Run run) => PdfRun.Of(run with { Text = run.Text == PaperRuns.EndOfLine ? " " : run.Text });
    }
}
