using System.IO.Compression;
using System.Text;
using BTech.Documents.Papers;

namespace BTech.Documents.Tests.Papers;

/// <summary>Word documents made by hand, so that each says exactly what the test is about.</summary>
public sealed class PaperDocxTests
{
    private const string Names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

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
    public void Read_SignsTheAuthorTyped_StayText(string typed, string expected) => Assert.Equal(expected, Read($"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p>"));

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
        Assert.Equal(PaperFault.NotADocument, Refused(Archive(("word/document.xml", "<w:p/>"))));
        Assert.Equal(PaperFault.NotADocument, Refused(Docx("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>", "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")));
    }

    [Fact]
    public void Read_Bomb_IsRefusedBeforeItIsOpened()
    {
        var zeros = new string(' ', 1024 * 1024);
        Assert.Equal(PaperFault.TooLarge, Refused(Archive([.. Enumerable.Range(0, 61).Select(number => ($"word/media/{number}.bin", zeros))])));
        Assert.Equal(PaperFault.TooLarge, Refused(Archive([.. Enumerable.Range(0, 2_001).Select(number => ($"{number}", ""))])));
    }

    private static string Read(string body)
    {
        using var file = Docx("", body);
        return PaperDocx.Read(file).Trim();
    }

    private static PaperFault Refused(MemoryStream file)
    {
        using (file) return Assert.Throws<PaperRefusedException>(() => PaperDocx.Read(file)).Fault;
    }

    private static MemoryStream Docx(string declaration, string body) => Archive(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override PartName='/word/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'/><Override PartName='/word/footnotes.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'/></Types>"),
        ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='d' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
        ("word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/><Relationship Id='f' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes' Target='footnotes.xml'/><Relationship Id='link' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' Target='https://example.org/a(b)' TargetMode='External'/></Relationships>"),
        ("word/styles.xml", $"<w:styles {Names}><w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style><w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/></w:style><w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Our part'/><w:basedOn w:val='H2'/></w:style><w:style w:type='paragraph' w:styleId='C'><w:name w:val='toc 1'/><w:basedOn w:val='C'/></w:style><w:style w:type='paragraph' w:styleId='L'><w:name w:val='List'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>"),
        ("word/footnotes.xml", $"<w:footnotes {Names}><w:footnote w:id='2'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
        ("word/document.xml", $"{declaration}<w:document {Names}><w:body>{body}</w:body></w:document>"));

    private static MemoryStream Archive(params (string Name, string Text)[] entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        file.Position = 0;
        return file;
    }
}
