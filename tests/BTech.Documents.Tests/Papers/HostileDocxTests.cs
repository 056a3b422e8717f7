using System.Diagnostics;
using System.Text;
using BTech.Documents.Papers;

namespace BTech.Documents.Tests.Papers;

/// <summary>Files made to fill, hang or end the process that reads them: each is refused with its reason, and quickly.</summary>
public sealed class HostileDocxTests
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("<w:ins>", 100_000)) + string.Concat(Enumerable.Repeat("</w:ins>", 100_000));

    [Fact]
    public void Read_ElementsWithinElements_AreRefusedBeforeTheyFillTheStack()
    {
        Assert.Equal(PaperFault.TooDeep, Refused(HandmadeDocx.Of($"<w:p>{Deep}</w:p>")));
        Assert.Equal(PaperFault.TooDeep, Refused(HandmadeDocx.Of("<w:p/>", ("word/styles.xml", $"<w:styles {HandmadeDocx.Names}>{Deep}</w:styles>"))));
        Assert.Equal(PaperFault.TooDeep, Refused(HandmadeDocx.Of("<w:p/>", ("word/styles.bin", $"<w:styles {HandmadeDocx.Names}>{Deep}</w:styles>"))));
    }

    [Fact]
    public void Read_MoreElementsThanAPaperHas_IsRefused()
    {
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of(string.Concat(Enumerable.Repeat("<w:p/>", 400_000)))));
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of($"<w:p {string.Join(' ', Enumerable.Range(0, 300).Select(number => $"a{number}=''"))}/>")));
    }

    [Fact]
    public void Read_TenMegabytesOfText_IsRefused() =>
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of(string.Concat(Enumerable.Repeat($"<w:p><w:r><w:t>{new string('x', 1000)}</w:t></w:r></w:p>", 10_000)))));

    [Fact]
    public void Read_SmallFileThatWouldGrow_IsRefused()
    {
        // One long note at every word; one wide row in a long table.
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of(
            $"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:footnoteReference w:id='2'/></w:r>", 50_000))}</w:p>", HandmadeDocx.Footnote($"<w:r><w:t>{new string('x', 50_000)}</w:t></w:r>"))));
        Assert.Equal(PaperFault.TooLarge, Refused(HandmadeDocx.Of(
            $"<w:tbl><w:tr>{string.Concat(Enumerable.Repeat("<w:tc><w:p/></w:tc>", 20_000))}</w:tr>{string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 20_000))}</w:tbl>")));
    }

    [Fact]
    public void Read_NoteThatRefersToItself_IsReadOnce() => Assert.Equal(
        "Said\\[1\\]\\\n\\[1\\] A note.",
        Read(HandmadeDocx.Of("<w:p><w:r><w:t>Said</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", HandmadeDocx.Footnote("<w:r><w:t>A note.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"))));

    [Fact]
    public void Read_ManyLinksAndNotes_IsNoSearchForEach()
    {
        var links = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<Relationship Id='l{number}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink' Target='https://example.org/{number}' TargetMode='External'/>"));
        var text = Read(HandmadeDocx.Of(
            string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<w:p><w:hyperlink r:id='l{number}'><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>")),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{links}</Relationships>")));
        Assert.EndsWith("[x](https://example.org/19999)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/footnotes.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    [InlineData("docProps/app.xml")]
    [InlineData("customXml/item1.xml")]
    public void Read_DocumentTypeInAnyPart_IsRefused(string part)
    {
        const string Declared = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        Assert.Equal(PaperFault.NotADocument, Refused(HandmadeDocx.Changed("<w:p><w:r><w:t>&amp;</w:t></w:r></w:p>", part, text => Declared + (text.Length > 0 ? text : "<d/>"))));
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    public void Read_MissingPart_IsRefused(string part) => Assert.Equal(PaperFault.NotADocument, Refused(HandmadeDocx.Without("<w:p/>", part)));

    [Theory]
    [InlineData("word/styles.xml")]
    [InlineData("word/footnotes.xml")]
    public void Read_MissingPartThatOthersName_IsReadOrRefusedAndNothingElse(string part)
    {
        using var file = HandmadeDocx.Without("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>", part);
        Assert.True(Xunit.Record.Exception(() => PaperDocx.Read(file)) is null or PaperRefusedException);
    }

    [Fact]
    public void Read_MacrosAndPrograms_AreRefused()
    {
        Assert.Equal(PaperFault.Programs, Refused(HandmadeDocx.Changed("<w:p/>", "[Content_Types].xml", text => text.Replace("wordprocessingml.document.main+xml", "__", StringComparison.Ordinal)
            .Replace("application/vnd.openxmlformats-officedocument.__", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal))));
        Assert.Equal(PaperFault.Programs, Refused(WithPart("vbaProject.bin", "application/vnd.ms-office.vbaProject", "http://schemas.microsoft.com/office/2006/relationships/vbaProject")));
        Assert.Equal(PaperFault.Programs, Refused(WithPart("embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject")));
    }

    [Fact]
    public void Read_TargetsElsewhere_AreNeitherFetchedNorKept()
    {
        const string Elsewhere = "http://127.0.0.1:1/never";
        string Relationship(string id, string type, string target) => $"<Relationship Id='{id}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}' Target='{target}' TargetMode='External'/>";
        var text = Read(HandmadeDocx.Of(
            "<w:p><w:hyperlink r:id='h'><w:r><w:t>a</w:t></w:r></w:hyperlink><w:hyperlink r:id='j'><w:r><w:t>b</w:t></w:r></w:hyperlink><w:hyperlink r:id='f'><w:r><w:t>c</w:t></w:r></w:hyperlink><w:hyperlink r:id='none'><w:r><w:t>d</w:t></w:r></w:hyperlink></w:p>",
            ("word/_rels/document.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{Relationship("h", "hyperlink", Elsewhere)}{Relationship("j", "hyperlink", "javascript:alert(1)")}{Relationship("f", "hyperlink", "file:///etc/passwd")}{Relationship("i", "image", Elsewhere)}{Relationship("t", "attachedTemplate", Elsewhere)}{Relationship("s", "subDocument", Elsewhere)}</Relationships>")));
        Assert.Equal("abcd", text);
    }

    [Fact]
    public void Read_HalfACharacter_IsRefused() => Assert.Equal(PaperFault.NotADocument, Refused(HandmadeDocx.Of("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")));

    // Damaged at random places: read or refused, never anything else.
    [Fact]
    public void Read_DamagedFiles_AreReadOrRefused()
    {
        using var whole = HandmadeDocx.Of("<w:p><w:hyperlink r:id='link'><w:r><w:t>Text</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id='2'/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>");
        var bytes = whole.ToArray();
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var damaged = bytes.ToArray();
            for (var change = 0; change <= random.Next(4); change++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            using var file = new MemoryStream(damaged[..(round % 4 == 0 ? random.Next(damaged.Length) : damaged.Length)]);
            var thrown = Xunit.Record.Exception(() => PaperDocx.Read(file));
            Assert.True(thrown is null or PaperRefusedException, $"{round}: {thrown}");
        }
    }

    private static MemoryStream WithPart(string name, string type, string relationship)
    {
        var file = HandmadeDocx.Changed("<w:p/>", "[Content_Types].xml", text => text.Replace("</Types>", $"<Override PartName='/word/{name}' ContentType='{type}'/></Types>", StringComparison.Ordinal),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='v' Type='{relationship}' Target='{name}'/></Relationships>"), ($"word/{name}", "binary"));
        return file;
    }

    private static string Read(MemoryStream file)
    {
        using (file) return PaperDocx.Read(file).Trim();
    }

    private static PaperFault Refused(MemoryStream file)
    {
        using (file)
        {
            var started = Stopwatch.StartNew();
            var fault = Assert.Throws<PaperRefusedException>(() => PaperDocx.Read(file)).Fault;
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(10), $"{started.Elapsed}");
            return fault;
        }
    }
}
