using System.Globalization;
using BTech.Agenda.Papers;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.Record.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace BTech.Documents.Papers;

/// <summary>
/// A version of the scoping paper as a Word document: real headings, lists, tables and links, each paragraph with its number, no author, and the
/// same bytes every time. Brought in again it is the same paper.
/// </summary>
public static class PaperDocxFile
{
    /// <summary>Writes the document.</summary>
    public static void Write(PaperDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document)) new Setting(package, document).Fill();
        ReproducibleZip.Copy(buffer, stream);
    }

    private sealed class Setting(WordprocessingDocument package, PaperDocument document)
    {
        private readonly MainDocumentPart _main = package.AddMainDocumentPart();
        private readonly Dictionary<Language, DocxTypesetter> _typesetters = [];
        private readonly Body _body = new();
        private readonly PaperLists _lists = new();
        private FootnotesPart _notes = null!;
        private int _noteCount;

        public void Fill()
        {
            // Every id is set here: those that the package makes itself are random.
            package.ChangeIdOfPart(_main, "rIdDocument");
            var own = Typesetter(document.Language);
            DocxProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), document.Title, document.Language);
            _main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.ForPapers(document.Language);
            var settings = _main.AddNewPart<DocumentSettingsPart>("rIdSettings");
            _notes = _main.AddNewPart<FootnotesPart>("rIdFootnotes");
            _notes.Footnotes = ReportDocx.NoFootnotes(document.Language);
            settings.Settings = DocxStyles.Settings();
            var footer = _main.AddNewPart<FooterPart>("rIdFooter");
            footer.Footer = new Footer(own.Paragraph("Footer", own.PageLine(document.Page)));
            _body.Append(own.Paragraph("Title", own.Words(PlainWords.Of(document.Title))), own.Paragraph(PaperDocument.VersionStyle, own.Words(PlainWords.Of(document.Version))));
            var (area, isFirst) = ((int?)null, true);
            foreach (var paragraph in document.Paragraphs)
            {
                Append(paragraph, opensPart: isFirst || paragraph.FocusAreaNumber != area);
                (area, isFirst) = (paragraph.FocusAreaNumber, false);
            }
            _body.Append(DocxStyles.Page(document.Language, _main.GetIdOfPart(footer)));
            _main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = _lists.Definitions;
            _main.Document = new Document(_body);
        }

        private void Append(Agenda.Papers.Paragraph paragraph, bool opensPart)
        {
            var (text, language) = paragraph.Text.In(document.Language);
            var typesetter = Typesetter(language);
            var blocks = PaperRuns.Blocks(text);
            if (paragraph.Number is not { } number)
            {
                _body.Append(typesetter.Paragraph(opensPart ? "Heading2" : "Heading3", blocks.OfType<LeafBlock>().SelectMany(block => Runs(typesetter, block))));
                return;
            }
            var mark = typesetter.Styled(PaperDocument.NumberStyle, string.Create(CultureInfo.InvariantCulture, $"{number}\u2002"));
            foreach (var block in blocks)
            {
                // A table or list cannot hold the number: it stands alone above.
                if (block is not LeafBlock and not LinkReferenceDefinitionGroup && mark is not null) _body.Append(typesetter.Paragraph("BodyText", [mark]));
                Append(typesetter, block, block is LeafBlock ? mark : null, 0);
                if (block is not LinkReferenceDefinitionGroup) mark = null;
            }
        }

        private void Append(DocxTypesetter typesetter, Block block, Run? mark, int indent)
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    break;
                case MarkdownTable table:
                    _body.Append(Table(typesetter, table), typesetter.Paragraph("BodyText", []));
                    break;
                case ListBlock list:
                    var id = list.IsOrdered ? _lists.Ordered(int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1) : PaperLists.Bullets;
                    foreach (var item in list.OfType<ListItemBlock>()) Append(typesetter, item, id, indent);
                    break;
                case LeafBlock leaf:
                    _body.Append(typesetter.Paragraph("BodyText", mark is null ? Runs(typesetter, leaf) : [mark, .. Runs(typesetter, leaf)]));
                    break;
                case ContainerBlock container:
                    foreach (var inner in container) Append(typesetter, inner, null, indent);
                    break;
            }
        }

        private void Append(DocxTypesetter typesetter, ListItemBlock item, int list, int depth)
        {
            var isFirst = true;
            foreach (var inner in item)
            {
                if (isFirst && inner is LeafBlock leaf)
                {
                    var line = typesetter.Paragraph("BodyText", Runs(typesetter, leaf));
                    line.ParagraphProperties!.InsertAfter(
                        new NumberingProperties(new NumberingLevelReference { Val = Math.Min(depth, PaperLists.MostDepth) }, new NumberingId { Val = list }), line.ParagraphProperties.ParagraphStyleId);
                    _body.Append(line);
                }
                else
                {
                    Append(typesetter, inner, null, depth + 1);
                }
                isFirst = false;
            }
        }

        private Table Table(DocxTypesetter typesetter, MarkdownTable table)
        {
            var rows = table.OfType<MarkdownRow>().ToList();
            return typesetter.Table(rows.Select(row => row.OfType<MarkdownCell>().Select(cell => cell.OfType<LeafBlock>().SelectMany(leaf => Runs(typesetter, leaf)))), rows is [{ IsHeader: true }, ..]);
        }

        private IEnumerable<OpenXmlElement> Runs(DocxTypesetter typesetter, LeafBlock leaf)
        {
            var (runs, notes) = PaperNotes.Of(leaf);
            foreach (var run in runs)
            {
                if (run.Text == PaperRuns.EndOfLine) yield return new Run(new Break());
                else
                    foreach (var element in typesetter.Runs(_main, [run.Footnote is { } place ? run with { Footnote = Note(typesetter, notes[place - 1].Runs) } : Clean(run)])) yield return element;
            }
        }

        // Numbered anew through the file, as Word does.
        private int Note(DocxTypesetter typesetter, IReadOnlyList<InlineText.Run> runs)
        {
            _notes.Footnotes!.Append(ReportDocx.Note(_notes, typesetter, ++_noteCount, runs.Select(Clean)));
            return _noteCount;
        }

        private static InlineText.Run Clean(InlineText.Run run) => run with { Text = PlainWords.Of(run.Text) };

        private DocxTypesetter Typesetter(Language language)
        {
            if (!_typesetters.TryGetValue(language, out var typesetter)) _typesetters[language] = typesetter = new DocxTypesetter(language);
            return typesetter;
        }
    }
}
