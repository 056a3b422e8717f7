using System.Diagnostics;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Documents.Pdf;
using BTech.Languages;
using CsCheck;

namespace BTech.Documents.Tests.Pdf;

/// <summary>The scoping paper as PDF, read back.</summary>
public sealed class PaperPdfTests
{
    // What means something to Typst, to Markdown, to JSON or to a font, and a few letters around it.
    private static readonly string[] Nasty =
    [
        "a", "b", " ", "é", "中", "。", "ع", "لا", "😀", "👩🏽‍💻", "न", "ก", "\ue000", "a\u0301\u064e", "\u200f", "\u2066", "\ufeff", "\u2028", "\u0000", "\ud800", "#", "#panic(\"x\")", "#read(\"/etc/passwd\")",
        "#import \"@preview/x:1.0.0\"", "$x$", "$", "*", "_", "`", "```", "<note-0>", "@note-0", "//", "/*", "\\", "\\\\", "\"", "'", "--", "...", "=", "= x", "- ", "+ ", "/ a: b", "{", "}", "[", "]", "~",
        "#sys.inputs", "https://example.org", "{\"kind\":\"heading\"}", "[1]", "\\\n[1] ", "| a | b |\n|---|---|\n| 1 | 2 |", "> ", "\n\n",
    ];

    [Theory]
    [InlineData("en", "Each State has duties.", "en")]
    [InlineData("fr", "Chaque État a des obligations.", "fr")]
    [InlineData("es", "Cada Estado tiene obligaciones.", "es")]
    [InlineData("ru", "Каждое государство имеет обязанности.", "ru")]
    [InlineData("zh", "各国负有义务。", "zh-CN")]
    [InlineData("ar", "واجب", "ar")]
    public async Task Print_InEachLanguage_CanBeReadAndIsSaidToBeInIt(string code, string text, string tag)
    {
        using var pdf = await Printed.ReadAsync(Sheet(code, "# Part", text));
        Assert.Equal(tag, pdf.Language);
        Assert.True(pdf.IsTagged);
        Assert.Contains(code == "ar" ? string.Concat(text.Reverse()) : ReadPdf.WithoutBlanks(text), pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_WhatDoesNotExistInALanguage_StandsInEnglishAndSaysSo()
    {
        var paragraphs = new List<Paragraph> { Paragraph(1, 1, "واجب", "ar"), Paragraph(2, 2, "Only in English.", "en") };
        using var pdf = await Printed.ReadAsync(PaperPdf.Sheet(new PaperDocument("ورقة", "2", "{0}", Language.Arabic, paragraphs)));
        Assert.Contains("en", pdf.Languages);
        Assert.Contains("OnlyinEnglish.", pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_EveryKindOfContent_IsTaggedAsWhatItIs()
    {
        using var pdf = await Printed.ReadAsync(Sheet("en",
            "# One", "Plain **bold** and *italic*, [a link](https://example.org/a).", "As follows:\n\n- one\n- two\n  1. deeper", "# Two", "| A | B |\n| --- | --- |\n| 1 | 2 |\n|  | y |", "> quoted",
            "States have duties\\[1\\] and \\[2\\] more.\\\n\\[1\\] See *there*, [again](https://example.org/b).\\\n\\[2\\] Second note."));

        Assert.Equal((1, 3, 2, 1, 1), (pdf.Elements["H1"], pdf.Elements["H2"], pdf.Elements["TH"], pdf.Elements["Table"], pdf.Elements["BlockQuote"]));
        Assert.Equal((3, 2, 2), (pdf.Elements["LBody"], pdf.Elements["L"], pdf.Elements["Note"]));
        Assert.True(pdf.Elements["Strong"] > 1 && pdf.Elements["Em"] > 1, "Bold and italic are said, not only shown.");
        Assert.Equal(["https://example.org/a", "https://example.org/b"], pdf.Links.Order(StringComparer.Ordinal));
        // Each paragraph with its number; the note where it belongs, no more in the text.
        Assert.Contains("5Stateshaveduties1and2more.", pdf.Letters, StringComparison.Ordinal);
        Assert.Contains("1Seethere,again.", pdf.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_NoteWithoutItsReference_StaysInTheText()
    {
        var sheet = Sheet("en", "No reference.\\\n\\[1\\] A line of its own.");
        Assert.Empty(sheet.Notes);
        Assert.Contains(Assert.IsType<PdfParagraph>(Assert.Single(sheet.Blocks)).Runs, run => run.Text == "[1] A line of its own.");
    }

    [Fact]
    public async Task Print_AnyText_IsNeverReadAsCode()
    {
        // One file for many texts: each stands between marks of its own.
        var texts = Gen.Int[0, Nasty.Length - 1].Select(at => Nasty[at]).Array[1, 8].Select(string.Concat).Array[150].Single();
        var sheet = PaperPdf.Sheet(new PaperDocument(texts[0], texts[1], texts[2] + "{0}", Language.English, [.. texts.Select((text, at) => Paragraph(at + 1, at % 10 == 0 ? null : at, text, "en"))], texts[3]));
        using var pdf = await Printed.ReadAsync(sheet);
        // A text that were read as code would panic, and there would be no file at all.
        Assert.True(pdf.Pages > 1);
        Assert.DoesNotContain("root:", pdf.Letters, StringComparison.Ordinal);
    }

    /// <summary>In a file of its own: a PDF says once for each sign what it reads as, together with invisible ones that stood behind it anywhere.</summary>
    [Fact]
    public async Task Print_TextLikeCode_IsReadBackAsItWasTyped()
    {
        var sheet = Sheet("en", "before");
        using var pdf = await Printed.ReadAsync(sheet with { Blocks = [.. sheet.Blocks, new PdfParagraph([new PdfRun("«#panic(\"x\") #read(\"/etc/passwd\") $x$ @note-0 <note-0> `a` \\ // /* *b* _c_ -- ...»")])] });
        Assert.Contains(ReadPdf.WithoutBlanks("«#panic(\"x\")#read(\"/etc/passwd\")$x$@note-0<note-0>`a`\\///**b*_c_--...»"), pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_SignsOfNoFont_AreShownAsMissing()
    {
        using var pdf = await Printed.ReadAsync(Sheet("en", "x\u0e01y 😀 z\ue000"));
        Assert.Contains("x\ufffdy", pdf.Letters, StringComparison.Ordinal);
        Assert.Contains("😀", pdf.Text, StringComparison.Ordinal);
    }

    /// <summary>Some fonts claim a sign for U+0000, which the format forbids: the whole file would be refused.</summary>
    [Fact]
    public async Task Print_ControlCharacters_AreShownAsMissing()
    {
        var sheet = Sheet("en", "before");
        using var pdf = await Printed.ReadAsync(sheet with { Title = "T\0t", Blocks = [.. sheet.Blocks, new PdfParagraph([new PdfRun("n\0o\u0007\u0085. न\0")])] });
        Assert.Contains("n\ufffdo\ufffd\ufffd.", pdf.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("\0", pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_ListsWithoutEnd_AreThere()
    {
        var deep = string.Join('\n', Enumerable.Range(0, 40).Select(depth => new string(' ', depth * 2) + "- level" + (char)('a' + (depth % 26))));
        using var pdf = await Printed.ReadAsync(Sheet("en", deep, string.Concat(Enumerable.Repeat("> ", 60)) + "innermost"));
        Assert.Contains("levela", pdf.Letters, StringComparison.Ordinal);
        Assert.Contains("innermost", pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_TwoHundredPages_StaysFarWithinTheLimit()
    {
        var texts = Enumerable.Range(0, 1_350).Select(at => at % 30 == 0 ? $"# Part {at}" : string.Join(' ', Enumerable.Repeat($"Sentence {at} of many about **duties** and [links](https://example.org/{at}).", 12))).ToArray();
        var started = Stopwatch.GetTimestamp();
        using var pdf = await Printed.ReadAsync(Sheet("en", texts));
        Assert.True(pdf.Pages >= 200, $"{pdf.Pages} pages");
        Assert.True(Stopwatch.GetElapsedTime(started) < new PdfLimits().Time);
    }

    private static PdfSheet Sheet(string code, params string[] texts)
    {
        var number = 0;
        return PaperPdf.Sheet(new PaperDocument("The paper", "Version 2", "Page {0}", Language.Find(code)!,
            [.. texts.Select((text, at) => text.StartsWith("# ", StringComparison.Ordinal) ? Paragraph(at + 1, null, text[2..], code) : Paragraph(at + 1, ++number, text, code))], "Contents"));
    }

    private static Paragraph Paragraph(int order, int? number, string text, string code) => new()
    {
        Id = Guid.NewGuid(), PaperVersionId = Guid.NewGuid(), Order = order, Number = number, FocusAreaNumber = order / 4, Text = new LocalizedText([new(code, text)]),
    };
}
