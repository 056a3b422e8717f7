using BTech.Documents.Papers;
using BTech.Documents.Reports;
using BTech.Languages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Answers;

/// <summary>The form as a Word document: headings, questions and a place under each mark. It names no author, and has the same bytes every time.</summary>
public static class AnswerFormFile
{
    /// <summary>Writes the document.</summary>
    public static void Write(AnswerForm form, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document)) Fill(package, form);
        ReproducibleZip.Copy(buffer, stream);
    }

    private static void Fill(WordprocessingDocument package, AnswerForm form)
    {
        var main = package.AddMainDocumentPart();
        // Every id is set here: those that the package makes itself are random.
        package.ChangeIdOfPart(main, "rIdDocument");
        var own = new DocxTypesetter(form.Language);
        DocxProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), PlainWords.Of(form.Title.Text), form.Language);
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.ForPapers(form.Language);
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxStyles.SettingsWithoutNotes();
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = DocxStyles.Bullets();
        var footer = main.AddNewPart<FooterPart>("rIdFooter");
        footer.Footer = new Footer(own.Paragraph("Footer", own.PageLine(form.Page)));
        var body = new Body(Line("Title", form.Title), Line("Subtitle", form.Window));
        foreach (var line in form.Introduction) body.Append(Line("ListBullet", line));
        foreach (var part in form.Parts)
        {
            body.Append(Line("Heading2", part.Heading));
            foreach (var question in part.Questions) body.Append(Line("ListBullet", question));
            foreach (var place in part.Places)
            {
                if (place.Beginning is { } beginning) body.Append(Line("Basis", beginning));
                body.Append(Place(place), own.Paragraph("BodyText", []), own.Paragraph("BodyText", []));
            }
        }
        body.Append(DocxStyles.Page(form.Language, main.GetIdOfPart(footer)));
        main.Document = new Document(body);
    }

    private static Paragraph Line(string style, FormLine line)
    {
        var typesetter = new DocxTypesetter(line.Language);
        return typesetter.Paragraph(style, typesetter.Words(PlainWords.Of(line.Text)));
    }

    // The mark is Latin in every language, and stands before the label on the side where the line begins.
    private static Paragraph Place(FormPlace place)
    {
        var typesetter = new DocxTypesetter(place.Label.Language);
        return typesetter.Paragraph("Heading3",
            [new DocxTypesetter(Language.English).Styled(PaperDocument.NumberStyle, place.Place.Mark), .. typesetter.Words(" " + PlainWords.Of(place.Label.Text))]);
    }
}
