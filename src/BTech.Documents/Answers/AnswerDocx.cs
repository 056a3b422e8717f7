using System.Text;
using BTech.Documents.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Answers;

/// <summary>
/// Reads the words out of a Word document that comes back, and nothing else: no author, comment, picture or hidden text; tracked changes as if
/// accepted; a footnote in brackets where it is referred to; one line for each paragraph.
/// </summary>
public static class AnswerDocx
{
    /// <summary>The most characters that are read; a whole box holds fewer.</summary>
    public const int LongestText = 300_000;

    /// <summary>The words.</summary>
    /// <param name="file">A seekable stream with the file.</param>
    /// <exception cref="PaperRefusedException">It is no Word document, a broken or unsafe one, or longer than a box can hold.</exception>
    public static string Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DocxOpening.Read(file, (main, body) => new Reading(main).Read(body));
    }

    private sealed class Reading(MainDocumentPart main)
    {
        private readonly Dictionary<string, Uri> _links = main.HyperlinkRelationships.GroupBy(link => link.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Uri, StringComparer.Ordinal);
        private readonly Dictionary<long, OpenXmlElement> _footnotes = ById(main.FootnotesPart?.Footnotes?.Elements<Footnote>(), note => note.Id?.Value);
        private readonly Dictionary<long, OpenXmlElement> _endnotes = ById(main.EndnotesPart?.Endnotes?.Elements<Endnote>(), note => note.Id?.Value);
        private readonly StringBuilder _text = new();
        private bool _inNote;

        public string Read(Body body)
        {
            foreach (var element in body.ChildElements) Take(element);
            return _text.ToString();
        }

        private void Take(OpenXmlElement element)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    if (paragraph.ParagraphProperties?.NumberingProperties is not null) Add("- ");
                    Words(paragraph);
                    Add("\n");
                    break;
                case Table or TableRow or TableCell or SdtBlock or SdtContentBlock or SdtRow or SdtContentRow or SdtCell or SdtContentCell or CustomXmlBlock or InsertedRun or MoveToRun:
                    foreach (var inner in element.ChildElements) Take(inner);
                    break;
            }
        }

        private void Words(OpenXmlElement element)
        {
            foreach (var child in element.ChildElements)
                switch (child)
                {
                    case Run run:
                        Words(run);
                        break;
                    case Hyperlink hyperlink:
                        var before = _text.Length;
                        Words((OpenXmlElement)hyperlink);
                        if (AddressOf(hyperlink) is { } address && !_text.ToString(before, _text.Length - before).Contains(address, StringComparison.Ordinal)) Add($" ({address})");
                        break;
                    case InsertedRun or MoveToRun or SimpleField or SdtRun or SdtContentRun or CustomXmlRun or BidirectionalEmbedding or BidirectionalOverride:
                        Words(child);
                        break;
                }
        }

        private void Words(Run run)
        {
            if (run.RunProperties?.Vanish is { } hidden && (hidden.Val is null || hidden.Val.Value)) return;
            foreach (var child in run.ChildElements)
                switch (child)
                {
                    case Text words:
                        Add(words.Text);
                        break;
                    case Break or CarriageReturn:
                        Add("\n");
                        break;
                    case TabChar:
                        Add(" ");
                        break;
                    case NoBreakHyphen:
                        Add("\u2011");
                        break;
                    case FootnoteReference { Id.Value: var id }:
                        Note(_footnotes.GetValueOrDefault(id));
                        break;
                    case EndnoteReference { Id.Value: var id }:
                        Note(_endnotes.GetValueOrDefault(id));
                        break;
                }
        }

        // A note within a note, which may be itself, is none.
        private void Note(OpenXmlElement? note)
        {
            if (note is null || _inNote) return;
            _inNote = true;
            Add(" [");
            foreach (var paragraph in note.Elements<Paragraph>()) Words((OpenXmlElement)paragraph);
            Add("]");
            _inNote = false;
        }

        private string? AddressOf(Hyperlink hyperlink) =>
            hyperlink.Id?.Value is { } id && _links.GetValueOrDefault(id) is { IsAbsoluteUri: true, Scheme: "https" or "mailto" } address ? address.AbsoluteUri : null;

        private void Add(string words)
        {
            if (_text.Length + words.Length > LongestText) throw new PaperRefusedException(PaperFault.TooLarge);
            _text.Append(words);
        }

        private static Dictionary<long, OpenXmlElement> ById<T>(IEnumerable<T>? notes, Func<T, long?> id) where T : OpenXmlElement =>
            (notes ?? []).Where(note => id(note) is not null).GroupBy(note => id(note)!.Value).ToDictionary(same => same.Key, same => (OpenXmlElement)same.First());
    }
}
