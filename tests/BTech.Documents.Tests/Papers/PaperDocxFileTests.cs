using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Documents.Tests.Reports;
using BTech.Languages;
using DocumentFormat.OpenXml.Wordprocessing;
using PaperParagraph = BTech.Agenda.Papers.Paragraph;

namespace BTech.Documents.Tests.Papers;

/// <summary>The paper as a Word document: sound, without persons, and the same paper when it comes back.</summary>
public sealed class PaperDocxFileTests
{
    private static readonly string[] Texts =
    [
        "Plain **bold** and *italic* and ***both***, [a link](https://example.org/a%28b%29), 5 \\* 3 \\< 20 \\&amp; \\_x\\_.", "# Part *one*", "As follows:\n\n- one\n- two\n  - deeper\n- three", "Between.", "- alone\n- in a list",
        "Counted:\n\n3. three\n4. four\n   1. deeper", "# Part two", "| A | B |\n| --- | --- |\n| 1 \\| 2 | *x* |\n|  | y |", "1\\. Typed by hand", "With notes\\[1\\] and **more**\\[2\\].\\\n\\[1\\] See *there*.\\\n\\[2\\] [Address](https://example.org/note).", "人权。**粗体** 文字。",
    ];

    [Fact]
    public void Write_AndRead_GiveTheSamePaper()
    {
        var paragraphs = Paragraphs(Language.English, Texts);
        using var file = new MemoryStream(Written(paragraphs, Language.English));
        var blocks = PaperMarkdown.Read(PaperDocx.Read(file));
        Assert.Equal("The paper", blocks[0].Text);
        Assert.Equal(paragraphs.Select(paragraph => (paragraph.IsHeading, paragraph.Text.ToString())), blocks.Skip(1).Select(block => (block.IsHeading, block.Text)));
    }

    [Fact]
    public void Write_AnyPaper_IsSoundAndTheSameBytes()
    {
        var paragraphs = Paragraphs(Language.English, [.. Texts, "Hard\\\nbreak", "> quoted", "```\ncode\n```", "[bad](javascript:alert(1)) <b> ![i](https://example.org/i.png)", "\u0001control\uD800", "* * *"]);
        var bytes = Written(paragraphs, Language.English);
        Assert.Equal(bytes, Written(paragraphs, Language.English));
        using var word = new WordText(bytes);
        Assert.Empty(word.Errors);
        Assert.DoesNotContain(word.Main.HyperlinkRelationships, link => link.Uri.Scheme is not ("https" or "mailto"));
        Assert.Equal(paragraphs.Count(paragraph => !paragraph.IsHeading), word.Body.Descendants<RunStyle>().Count(style => style.Val == "ConsultationParagraphNumber"));
    }

    [Fact]
    public void Write_Arabic_RunsFromRightToLeftAndEnglishWithinItDoesNot()
    {
        List<PaperParagraph> paragraphs = [.. Paragraphs(Language.Arabic, ["# جزء", "واجب الدول.\n\n| أ | ب |\n|---|---|\n| 1 | 2 |"]), .. Paragraphs(Language.English, ["Only in English."])];
        using var word = new WordText(Written(paragraphs, Language.Arabic));
        Assert.Empty(word.Errors);
        Assert.NotNull(Assert.Single(word.Body.Descendants<Table>()).GetFirstChild<TableProperties>()!.GetFirstChild<BiDiVisual>());
        Assert.Null(word.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Single(paragraph => paragraph.InnerText.Contains("Only", StringComparison.Ordinal)).ParagraphProperties!.BiDi);
        Assert.NotNull(word.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First().ParagraphProperties!.BiDi);
    }

    private static byte[] Written(IReadOnlyList<PaperParagraph> paragraphs, Language language)
    {
        using var file = new MemoryStream();
        PaperDocxFile.Write(new PaperDocument("The paper", "Version 2", "Page {0}", language, paragraphs), file);
        return file.ToArray();
    }

    private static List<PaperParagraph> Paragraphs(Language language, params string[] texts)
    {
        var number = 0;
        return [.. texts.Select((text, at) => new PaperParagraph
        {
            Id = Guid.NewGuid(), PaperVersionId = Guid.NewGuid(), Order = at + 1, Number = text.StartsWith("# ", StringComparison.Ordinal) ? null : ++number, FocusAreaNumber = at < 1 ? null : at < 5 ? 1 : 2,
            Text = new LocalizedText([new(language.Code, text.StartsWith("# ", StringComparison.Ordinal) ? text[2..] : text)]),
        })];
    }
}
