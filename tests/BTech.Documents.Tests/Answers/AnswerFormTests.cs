using BTech.Documents.Answers;
using BTech.Documents.Papers;
using BTech.Documents.Tests.Papers;
using BTech.Documents.Tests.Reports;
using BTech.Languages;
using BTech.Record.Inputs;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Tests.Answers;

/// <summary>The questions go out as a Word document and come back as answers: each in its place, and nothing lost unseen.</summary>
public sealed class AnswerFormTests
{
    private static readonly IReadOnlyList<AnswerForm> Forms = [Form(Language.English, "Your answer:"), Form(Language.Arabic, "إجابتكم:")];

    private readonly AnswerReading _reading = new(Forms);

    [Fact]
    public void Write_IsSound_NamesNobody_AndIsTheSameEveryTime()
    {
        foreach (var form in Forms)
        {
            var bytes = Written(form);
            Assert.Equal(bytes, Written(form));
            using var word = new WordText(bytes);
            Assert.Empty(word.Errors);
            Assert.Equal(form.Places.Count(), word.Body.Descendants<RunStyle>().Count(style => style.Val == PaperDocument.NumberStyle));
            using var file = new MemoryStream(bytes);
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            Assert.True(string.IsNullOrEmpty(package.PackageProperties.Creator) && string.IsNullOrEmpty(package.PackageProperties.LastModifiedBy));
            Assert.Equal(form.Language.IsRightToLeft, word.Body.Descendants<Paragraph>().First().ParagraphProperties!.BiDi is not null);
        }
    }

    [Fact]
    public void Read_FilledIn_GivesEachAnswerItsPlace()
    {
        foreach (var form in Forms)
        {
            using var filled = Filled(form, new() { ["[F1]"] = ["We agree.", "", "With one doubt."], ["[P3]"] = ["Unclear."], ["[O]"] = ["في المجمل جيد."] });
            var (answers, lost) = _reading.Read(AnswerDocx.Read(filled));
            Assert.Equal([("[F1]", "We agree.\n\nWith one doubt."), ("[P3]", "Unclear."), ("[O]", "في المجمل جيد.")], answers.Select(answer => (answer.Place.Mark, answer.Text)));
            Assert.Empty(lost);
        }
    }

    [Fact]
    public void Read_Empty_GivesNoAnswerAndMissesNothing()
    {
        foreach (var form in Forms)
        {
            using var file = new MemoryStream(Written(form));
            var (answers, lost) = _reading.Read(AnswerDocx.Read(file));
            Assert.Empty(answers);
            Assert.Empty(lost);
        }
    }

    [Theory]
    [InlineData("[F1]\nWords", "[F1]", "Words")]
    [InlineData("[F1] Your answer: Words", "[F1]", "Words")]
    [InlineData("  - [f 1]  \r\nWords\r\n", "[F1]", "Words")]
    [InlineData("\u202B［P٣］\u202C\nWords", "[P3]", "Words")]
    [InlineData("【o】\nWords", "[O]", "Words")]
    [InlineData("[W3]\nBetter words", "[W3]", "Better words")]
    [InlineData("[F1]\nWords\n\n\n\nMore\n[F2]\n[F1]\nAnd more", "[F1]", "Words\n\nMore\n\nAnd more")]
    [InlineData("[F1]\nWhat is  missing?\nWords", "[F1]", "Words")]
    [InlineData("[F1]\n(o) a list, (p) of letters [12]", "[F1]", "(o) a list, (p) of letters [12]")]
    public void Read_Pasted_AsPeopleAndProgramsChangeIt(string text, string mark, string words)
    {
        var (answers, lost) = _reading.Read(text);
        var answer = Assert.Single(answers);
        Assert.Equal((mark, words), (answer.Place.Mark, answer.Text));
        Assert.Equal(mark == "[W3]" ? InputKind.OtherWording : InputKind.Comment, answer.Place.Kind);
        Assert.Empty(lost);
    }

    [Fact]
    public void Read_ExamplesAndDilemmas_AreTheirParts_TheSameEveryTime()
    {
        const string Text = "[E1.1] A case\n[R1.1]\nIt shows much.\n[l1．١]\nhttps://example.org\n[D2.3]\nA situation\n[T2.3]\nTorn\n[E1.2]\nAnother";
        var (answers, lost) = _reading.Read(Text);

        Assert.Empty(lost);
        Assert.Equal(
            [("[E1.1]", AnswerPart.Title, "A case"), ("[R1.1]", AnswerPart.Text, "It shows much."), ("[L1.1]", AnswerPart.Link, "https://example.org"),
             ("[D2.3]", AnswerPart.Text, "A situation"), ("[T2.3]", AnswerPart.Tension, "Torn"), ("[E1.2]", AnswerPart.Title, "Another")],
            answers.Select(answer => (answer.Place.Mark, answer.Place.Part, answer.Text)));
        var items = answers.Select(answer => answer.Place.Place).ToList();
        Assert.Equal(items[0], items[1]);
        Assert.Equal(3, items.Distinct().Count());
        Assert.Equal(items, _reading.Read(Text).Answers.Select(answer => answer.Place.Place));
    }

    [Theory]
    [InlineData("[E1]\nNo number")]
    [InlineData("[E1.0]\nNo such number")]
    [InlineData("[E1.10]\nToo many")]
    [InlineData("[D9.1]\nNo such area")]
    [InlineData("[F1.1]\nNot what a focus area has")]
    public void Read_MarksOfNoExample_AreGivenBack(string text)
    {
        var (answers, lost) = _reading.Read(text);
        Assert.Empty(answers);
        Assert.Equal(text.Split('\n'), lost);
    }

    [Fact]
    public void Read_WhatStandsUnderNoMark_IsGivenBack()
    {
        var (answers, lost) = _reading.Read("Dear all,\n[F9]\nAbout another area\n[P99999999]\n[F2]\nUnderstood\n[O3]\nstill");
        Assert.Equal([("[F2]", "Understood\n[O3]\nstill")], answers.Select(answer => (answer.Place.Mark, answer.Text)));
        Assert.Equal(["Dear all,", "[F9]", "About another area", "[P99999999]"], lost);
    }

    [Fact]
    public void ReadDocx_TakesTheWordsAlone()
    {
        using var file = HandmadeDocx.Of("""
            <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>
            <w:p><w:ins w:author='Jane Doe'><w:r><w:t>Inserted</w:t></w:r></w:ins><w:del w:author='Jane Doe'><w:r><w:delText>Deleted</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t><w:br/><w:t>below</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """, HandmadeDocx.Footnote("<w:r><w:t>A note.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"));
        Assert.Equal("- Item\nInserted [A note.]\nCell\nbelow\n", AnswerDocx.Read(file));
    }

    [Fact]
    public void ReadDocx_Hostile_IsRefusedWithItsReason()
    {
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of($"<w:p><w:r><w:t>{new string('x', AnswerDocx.LongestText + 1)}</w:t></w:r></w:p>")));
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of(
            $"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:footnoteReference w:id='2'/></w:r>", 50_000))}</w:p>", HandmadeDocx.Footnote($"<w:r><w:t>{new string('x', 50_000)}</w:t></w:r>"))));
        Assert.Equal(PaperFault.Programs, Refused(HandmadeDocx.Changed("<w:p/>", "[Content_Types].xml", text => text.Replace("wordprocessingml.document.main+xml", "__", StringComparison.Ordinal)
            .Replace("application/vnd.openxmlformats-officedocument.__", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal))));
        Assert.Equal(PaperFault.TooDeep, Refused(HandmadeDocx.Of($"<w:p>{string.Concat(Enumerable.Repeat("<w:ins>", 10_000))}{string.Concat(Enumerable.Repeat("</w:ins>", 10_000))}</w:p>")));
        using var zip = HandmadeDocx.Archive([("readme.txt", "no document")]);
        Assert.Equal(PaperFault.NotADocument, Refused(zip));
    }

    private static PaperFault Refused(MemoryStream file) => Assert.Throws<PaperRefusedException>(() => AnswerDocx.Read(file)).Fault;

    private static AnswerForm Form(Language language, string label)
    {
        FormLine Line(string text) => new(text, language);
        return new AnswerForm(Line("The consultation"), Line("Written comments"), [Line("Write under the marks, such as [F1]."), Line("Do not write who you are.")],
        [
            new FormPart(Line("Focus area 1: \u2068Area\u2069"), [new FormLine("What is missing?", Language.English)],
                [new FormPlace(AnswerPlace.InFocusArea(1), Line(label)), new FormPlace(AnswerPlace.AtParagraph(3), Line(label), new FormLine("3 · First words…", Language.English))]),
            new FormPart(Line("Focus area 2"), [], [new FormPlace(AnswerPlace.InFocusArea(2), Line(label))]),
            new FormPart(Line("As a whole"), [], [new FormPlace(AnswerPlace.Overall, Line(label))]),
        ], "Page {0}", language);
    }

    private static byte[] Written(AnswerForm form)
    {
        using var file = new MemoryStream();
        AnswerFormFile.Write(form, file);
        return file.ToArray();
    }

    // As somebody fills it in: lines under a mark.
    private static MemoryStream Filled(AnswerForm form, Dictionary<string, string[]> answers)
    {
        var file = new MemoryStream();
        file.Write(Written(form));
        using (var package = WordprocessingDocument.Open(file, isEditable: true))
            foreach (var (mark, lines) in answers)
            {
                var place = package.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Single(paragraph => paragraph.InnerText.StartsWith(mark, StringComparison.Ordinal));
                foreach (var line in lines.Reverse()) place.InsertAfterSelf(new Paragraph(new Run(new Text(line))));
            }
        file.Position = 0;
        return file;
    }
}
