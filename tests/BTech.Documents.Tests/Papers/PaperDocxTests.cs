using BTech.Documents.Papers;

namespace BTech.Documents.Tests.Papers;

/// <summary>Word documents made by hand, so that each says exactly what the test is about.</summary>
public sealed class PaperDocxTests
{
    [Fact]
    public void Read_HeadingsListsEmphasisAndLinks_AreKept() => Assert.Equal(
        "# The paper\n\n## First part\n\nPlain **bold** and *italic* [a link](https://example.org/a%28b%29).\n\n- one\n  - two\n\nAfter, with 5 \\* 3 \\< 20.",
        Read("""
            <w:p><w:pPr><w:pStyle w:val='T'/></w:pPr><w:r><w:t>The paper</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:t>First part</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space='preserve'>Plain </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>ld </w:t></w:r><w:r><w:t xml:space='preserve'>and </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>italic</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r><w:hyperlink r:id='link'><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>two</w:t></w:r></w:p>
            <w:p/>
            <w:p><w:r><w:t>After, with 5 * 3 &lt; 20.</w:t></w:r></w:p>
            """));

    [Fact]
    public void Read_TrackedChangesCommentsAndHiddenText_LeaveTheAcceptedTextAlone()
    {
        var text = Read("""
            <w:p><w:r><w:t xml:space='preserve'>It </w:t></w:r><w:del w:author='Ann Author' w:id='1'><w:r><w:delText>was</w:delText></w:r></w:del><w:ins w:author='Ann Author' w:id='2'><w:r><w:t>is</w:t></w:r></w:ins><w:moveFrom w:author='Ann Author' w:id='3'><w:r><w:t>away</w:t></w:r></w:moveFrom><w:commentRangeStart w:id='0'/><w:r><w:t xml:space='preserve'> so</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:instrText>HYPERLINK "http://evil.example"</w:instrText></w:r></w:p>
            """);
        Assert.Equal("It is so", text);
    }

    [Fact]
    public void Read_TableAndFootnote_StandWithTheirParagraphs() => Assert.Equal(
        "Said\\[1\\] so.\\\n\\[1\\] The note.\n\n| A | B |\n| --- | --- |\n| 1 \\| 2 |  |\n\n\nEnd.",
        Read("""
            <w:p><w:r><w:t>Said</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve'> so.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1 | 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>End.</w:t></w:r></w:p>
            """));

    [Theory]
    [InlineData("1. Typed by hand", "1\\. Typed by hand")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("2019 was a year", "2019 was a year")]
    [InlineData("~~~ not code", "\\~~~ not code")]
    [InlineData("R&amp;D &amp;amp; &amp;copy; &amp;#169;", "R&D \\&amp; \\&copy; \\&#169;")]
    [InlineData("one&#x2028;# two", "one # two")]
    public void Read_SignsTheAuthorTyped_StayText(string typed, string expected) => Assert.Equal(expected, Read($"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p>"));

    // In many papers every paragraph is numbered by Word: those are paragraphs; a list is what follows a colon, has signs, or lies deeper.
    [Fact]
    public void Read_CountedParagraphsAndCountedLists_AreToldApart()
    {
        string Counted(string text, int depth = 0, int list = 7) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        using var file = HandmadeDocx.Of(
            Counted("First paragraph.") + Counted("Second, with:") + Counted("a", 1) + Counted("b", 1) + Counted("i", 2) + Counted("c", 1) + "<w:p><w:r><w:t>Plainly:</w:t></w:r></w:p>" + Counted("x", 0, 8) + Counted("y", 0, 8)
            + Counted("sign", 1, 9) + "<w:p><w:r><w:t>End.</w:t></w:r></w:p>",
            ("[Content_Types].xml", HandmadeDocx.ContentTypesWith("<Override PartName='/word/numbering.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'/>")),
            ("word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='n' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering' Target='numbering.xml'/></Relationships>"),
            ("word/numbering.xml", $"<w:numbering {HandmadeDocx.Names}><w:abstractNum w:abstractNumId='1'>{Level(0, "decimal")}{Level(1, "lowerLetter")}{Level(2, "lowerRoman")}</w:abstractNum><w:abstractNum w:abstractNumId='2'>{Level(0, "bullet")}{Level(1, "bullet")}</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='8'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/></w:lvlOverride></w:num><w:num w:numId='9'><w:abstractNumId w:val='2'/></w:num></w:numbering>"));
        Assert.Equal(
            ["First paragraph.", "Second, with:\n\n1. a\n2. b\n   1. i\n3. c", "Plainly:\n\n4. x\n5. y\n   - sign", "End."],
            PaperMarkdown.Read(PaperDocx.Read(file)).Select(block => block.Text));

        static string Level(int depth, string format) => $"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{format}'/></w:lvl>";
    }

    [Fact]
    public void Read_ItemDeepInAListOfNone_IsNoCode() => Assert.Equal(
        "- deep\n  - deeper",
        Read("<w:p><w:pPr><w:numPr><w:ilvl w:val='3'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>deep</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='5'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>deeper</w:t></w:r></w:p>"));

    // Between a full stop and a letter Markdown sees no end of bold type, as in Chinese, where no blank follows.
    [Theory]
    [InlineData("人权。", "企业", "人权。企业")]
    [InlineData("Bold", " plain", "**Bold** plain")]
    public void Read_MarksThatWouldBeAsterisks_AreLeftOut(string bold, string plain, string expected) =>
        Assert.Equal(expected, Read($"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{bold}</w:t></w:r><w:r><w:t xml:space='preserve'>{plain}</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("12\u2002", "Text")]
    [InlineData("12", "Text")]
    [InlineData("12\u2002Typed behind it. ", "Typed behind it. Text")]
    [InlineData("Typed before. ", "Typed before. Text")]
    public void Read_NumberThatWePrinted_IsLeftOutAndNothingElse(string marked, string expected) =>
        Assert.Equal(expected, Read($"<w:p><w:r><w:rPr><w:rStyle w:val='ConsultationParagraphNumber'/></w:rPr><w:t xml:space='preserve'>{marked}</w:t></w:r><w:r><w:t>Text</w:t></w:r></w:p>"));

    [Fact]
    public void Read_Notes_AreCountedForEachParagraphWithItsList()
    {
        const string Note = "<w:r><w:footnoteReference w:id='2'/></w:r>";
        string Item(string text) => $"<w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>{text}</w:t></w:r>{Note}</w:p>";
        Assert.Equal(
            "A\\[1\\]\\[2\\]\\\n\\[1\\] The note.\\\n\\[2\\] The note.\n\nB\\[1\\]:\\\n\\[1\\] The note.\n\nThus:\n\n- x\\[1\\]\\\n  \\[1\\] The note.\n- y\\[2\\]\\\n  \\[2\\] The note.",
            Read($"<w:p><w:r><w:t>A</w:t></w:r>{Note}{Note}</w:p><w:p><w:r><w:t>B</w:t></w:r>{Note}<w:r><w:t>:</w:t></w:r></w:p><w:p><w:r><w:t>Thus:</w:t></w:r></w:p>{Item("x")}{Item("y")}"));
    }

    [Fact]
    public void Read_NoteInATable_StandsBelowIt() => Assert.Equal(
        "| A | B\\[1\\] |\n| --- | --- |\n\n\n\\[1\\] The note.",
        Read("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public void Read_TableOfContents_IsLeftOut() => Assert.Equal("Text.", Read("<w:p><w:pPr><w:pStyle w:val='C'/></w:pPr><w:r><w:t>Introduction 1</w:t></w:r></w:p><w:p><w:r><w:t>Text.</w:t></w:r></w:p>"));

    [Fact]
    public void Read_WhatGoesInComesOutAsBlocks()
    {
        var text = Read("""
            <w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>نظرة</w:t></w:r></w:p>
            <w:p><w:r><w:t>As follows:</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val='L'/></w:pPr><w:r><w:t>two</w:t></w:r></w:p>
            """);
        Assert.Equal([(1, "نظرة"), (0, "As follows:\n\n- one\n- two")], PaperMarkdown.Read(text).Select(block => (block.Level, block.Text)));
    }

    [Fact]
    public void Read_NoDocument_IsRefused()
    {
        Assert.Equal(PaperFault.NotADocument, Refused(new MemoryStream("PK nonsense"u8.ToArray())));
        Assert.Equal(PaperFault.NotADocument, Refused(HandmadeDocx.Archive([("word/document.xml", "<w:p/>")])));
        Assert.Equal(PaperFault.NotADocument, Refused(HandmadeDocx.Changed("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", "word/document.xml", text => "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + text)));
    }

    [Fact]
    public void Read_Bomb_IsRefusedBeforeItIsOpened()
    {
        var zeros = new string(' ', 1024 * 1024);
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Archive([.. Enumerable.Range(0, 61).Select(number => ($"word/media/{number}.bin", zeros))])));
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Archive([.. Enumerable.Range(0, 2_001).Select(number => ($"{number}", ""))])));
    }

    private static string Read(string body)
    {
        using var file = HandmadeDocx.Of(body);
        return PaperDocx.Read(file).Trim();
    }

    private static PaperFault Refused(MemoryStream file)
    {
        using (file) return Assert.Throws<PaperRefusedException>(() => PaperDocx.Read(file)).Fault;
    }
}
