using BTech.Languages;
using BTech.Record.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Footnote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace BTech.Documents.Reports;

/// <summary>
/// A Summary Report as a Word document: real styles, outline, numbering, footnotes and links, no author,
/// and the same bytes every time the same version is written.
/// </summary>
public static class ReportDocx
{
    /// <summary>Writes the document.</summary>
    public static void Write(ReportDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            Fill(package, document);
        }
        ReproducibleZip.Copy(buffer, stream);
    }

    private static void Fill(WordprocessingDocument package, ReportDocument document)
    {
        var main = package.AddMainDocumentPart();
        // Every id is set here: those that the package makes itself are random.
        package.ChangeIdOfPart(main, "rIdDocument");
        var typesetter = new DocxTypesetter(document.Language);

        DocxProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), document.Title, document.Language);
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.For(document.Language);
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = DocxStyles.Bullets();
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxStyles.Settings();
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new Footer(typesetter.Paragraph("Footer", typesetter.PageLine(document.Furniture.Page)));
        var notes = main.AddNewPart<FootnotesPart>("rIdFootnotes");
        notes.Footnotes = Footnotes(notes, typesetter, document);

        var body = new Body();
        body.Append(typesetter.Paragraph("Title", typesetter.Words(document.Title)));
        if (document.EventLine.Count > 0) body.Append(typesetter.Paragraph("Subtitle", typesetter.Runs(main, document.EventLine)));
        if (document.Furniture.Basis is { Length: > 0 } basis) body.Append(typesetter.Paragraph("Basis", typesetter.Words(PlainWords.Of(basis))));
        body.Append(Contents(typesetter, document));
        for (var at = 0; at < document.Sections.Count; at++) Append(body, main, typesetter, document.Sections[at], at + 1);
        body.Append(DocxStyles.Page(document.Language, main.GetIdOfPart(footer)));
        main.Document = new Document(body);
    }

    private static IEnumerable<OpenXmlElement> Contents(DocxTypesetter typesetter, ReportDocument document)
    {
        if (document.Sections.Count == 0) yield break;
        yield return typesetter.Paragraph("ContentsHeading", typesetter.Words(PlainWords.Of(document.Furniture.Contents)));
        foreach (var section in document.Sections)
        {
            yield return typesetter.Paragraph("TOC1", [new Hyperlink(typesetter.Words(section.Heading)) { Anchor = Bookmark(section), History = true }]);
        }
    }

    private static void Append(Body body, MainDocumentPart main, DocxTypesetter typesetter, ReportSection section, int bookmark)
    {
        var id = bookmark.ToString(System.Globalization.CultureInfo.InvariantCulture);
        body.Append(typesetter.Paragraph("Heading2",
            [new BookmarkStart { Id = id, Name = Bookmark(section) }, .. typesetter.Words(section.Heading), new BookmarkEnd { Id = id }]));
        foreach (var part in section.Parts)
        {
            switch (part)
            {
                case ReportParagraph paragraph:
                    body.Append(typesetter.Paragraph(paragraph.IntroducesList ? "ListIntroduction" : "BodyText", typesetter.Runs(main, paragraph.Runs)));
                    break;
                case ReportBullets bullets:
                    foreach (var item in bullets.Items) body.Append(typesetter.Paragraph("ListBullet", typesetter.Runs(main, item)));
                    break;
                case ReportListing listing:
                    body.Append(typesetter.Paragraph("Heading3", typesetter.Words(listing.Heading)));
                    foreach (var line in listing.Lines) body.Append(typesetter.Paragraph("ListedParticipant", typesetter.Words(line)));
                    break;
                case ReportTable table:
                    body.Append(typesetter.Paragraph("TableCaption", typesetter.Words(table.Caption)));
                    body.Append(typesetter.Table([table.Header.Select(typesetter.Words), .. table.Rows.Select(row => row.Cells.Prepend(row.Head).Select(typesetter.Words))]), typesetter.Paragraph("BodyText", []));
                    break;
            }
        }
    }

    // Bookmark names allow letters, digits and underscores only.
    private static string Bookmark(ReportSection section) => section.Anchor.Replace('-', '_');

    private static Footnotes Footnotes(FootnotesPart part, DocxTypesetter typesetter, ReportDocument document)
    {
        var footnotes = NoFootnotes(document.Language);
        foreach (var note in document.Notes) footnotes.Append(Note(part, typesetter, note.Number, note.Runs));
        return footnotes;
    }

    /// <summary>A file's footnotes before the first: what separates them from the text.</summary>
    internal static Footnotes NoFootnotes(Language language) => new(
        Separator(FootnoteEndnoteValues.Separator, -1, new SeparatorMark(), language),
        Separator(FootnoteEndnoteValues.ContinuationSeparator, 0, new ContinuationSeparatorMark(), language));

    /// <summary>One footnote.</summary>
    internal static Footnote Note(FootnotesPart part, DocxTypesetter typesetter, int number, IEnumerable<InlineText.Run> runs) =>
        new(typesetter.Paragraph("FootnoteText", [DocxTypesetter.FootnoteMark(), .. typesetter.Words(" "), .. typesetter.Runs(part, runs)])) { Id = number };

    private static Footnote Separator(FootnoteEndnoteValues type, int id, OpenXmlElement mark, Language language)
    {
        var properties = new ParagraphProperties();
        if (language.IsRightToLeft) properties.Append(new BiDi());
        properties.Append(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        return new(new Paragraph(properties, new Run(mark))) { Type = type, Id = id };
    }
}
