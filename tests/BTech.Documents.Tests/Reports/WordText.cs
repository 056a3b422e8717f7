using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Tests.Reports;

/// <summary>Reads a Word file back the way a reader sees it.</summary>
internal sealed class WordText : IDisposable
{
    private readonly WordprocessingDocument _package;

    public WordText(byte[] file) => _package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    public MainDocumentPart Main => _package.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public IReadOnlyList<string> Errors =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(_package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    public IReadOnlyList<string> In(params string[] styles) =>
        [.. Body.Elements<Paragraph>().Where(paragraph => styles.Contains(StyleOf(paragraph))).Select(paragraph => paragraph.InnerText)];

    public IReadOnlyList<(string Style, string Text)> Paragraphs => [.. Body.Descendants<Paragraph>().Select(paragraph => (StyleOf(paragraph), WithoutMarks(paragraph)))];

    public IReadOnlyList<string> Footnotes =>
        [.. Main.FootnotesPart!.Footnotes!.Elements<Footnote>().Where(note => note.Type is null).Select(note => note.InnerText.Trim())];

    /// <summary>Bold stretches of the body text; neighbouring bold runs are one phrase.</summary>
    public IReadOnlyList<string> BoldPhrases
    {
        get
        {
            var phrases = new List<string>();
            foreach (var paragraph in Body.Elements<Paragraph>())
            {
                var before = false;
                foreach (var run in paragraph.Descendants<Run>())
                {
                    var isBold = run.RunProperties?.Bold is not null;
                    if (isBold && before) phrases[^1] += run.InnerText;
                    else if (isBold) phrases.Add(run.InnerText);
                    before = isBold;
                }
            }
            return phrases;
        }
    }

    public void Dispose() => _package.Dispose();

    private static string WithoutMarks(Paragraph paragraph) => string.Concat(paragraph.Descendants<Run>()
        .Where(run => run.RunProperties?.RunStyle?.Val?.Value != "FootnoteReference").Select(run => run.InnerText));

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
}
