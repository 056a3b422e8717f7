using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BTech.Documents.CodeBooks;
using BTech.Record.Coding;
using CsCheck;

namespace BTech.Documents.Tests.CodeBooks;

public sealed partial class CodeBookFileTests
{
    private const string Columns = "name,broader,definition,when,when_not,example,cross_cutting";
    private static readonly XNamespace _qda = "urn:QDA-XML:codebook:1.0";

    private static readonly ThemeDraft[] _book =
    [
        new("Remedy", null, "What it means,\n\nin two paragraphs.", "When <somebody> asks & hopes", "Not for \"courts\"", "=made up", true),
        new("سبل الانتصاف", "Remedy", "", "", "Not here", "", false),
        new("Courts", "سبل الانتصاف", "", "", "", "", true),
        new("漢字 👍", null, "d", "", "", "an example", false),
    ];

    [Theory]
    [InlineData("qdc")]
    [InlineData("csv")]
    public void Book_WrittenAndRead_IsTheSame(string format)
    {
        var reading = CodeBookFile.Read(CodeBookFile.Find(format)!.Write(_book, 7));
        Assert.Null(reading.Fault);
        Assert.Equal(_book, reading.Themes);
    }

    [Fact]
    public void Books_OfAnyTexts_ComeBackFromBothFormats()
    {
        var text = Gen.String[Gen.Char["ab,;\"<&>=\n é漢"], 0, 12].Select(written => written.Trim());
        var theme = Gen.Select(text, text, text, text, Gen.Bool);
        theme.Array[1, 8].Sample(parts =>
        {
            ThemeDraft[] book = [.. parts.Select((part, at) => new ThemeDraft($"T{at}", at > 0 && part.Item5 ? $"T{at - 1}" : null, part.Item1, part.Item2, part.Item3, part.Item4, part.Item5))];
            // A file is read in the order of its tree; here each theme stands right under the one before it or at the top.
            foreach (var format in CodeBookFile.All) Assert.Equal(book, CodeBookFile.Read(format.Write(book, 1)).Themes);
        }, iter: 200);
    }

    [Fact]
    public void Qdc_FollowsTheRulesOfTheStandard()
    {
        var bytes = CodeBookFile.Find("qdc")!.Write(_book, 7);
        Assert.Equal((byte)'<', bytes[0]);
        var book = XDocument.Load(new MemoryStream(bytes)).Root!;
        Assert.Equal(_qda + "CodeBook", book.Name);
        Assert.Equal(["Codes", "Sets"], book.Elements().Select(element => element.Name.LocalName));
        Assert.All(book.DescendantsAndSelf(), element => Assert.Equal(_qda, element.Name.Namespace));
        Assert.All(book.Descendants(_qda + "Code"), code =>
        {
            Assert.Equal(["guid", "isCodable", "name"], code.Attributes().Select(attribute => attribute.Name.LocalName).Order(StringComparer.Ordinal));
            Assert.Matches(GuidType(), (string)code.Attribute("guid")!);
            var children = code.Elements().Select(child => child.Name.LocalName).ToList();
            Assert.Equal(children.OrderBy(child => child == "Code"), children);
            Assert.True(children.Count(child => child == "Description") <= 1);
        });
        var guids = book.Descendants(_qda + "Code").Select(code => (string)code.Attribute("guid")!).ToHashSet();
        Assert.Equal(_book.Length, guids.Count);
        Assert.All(book.Descendants(_qda + "MemberCode"), member => Assert.Contains((string)member.Attribute("guid")!, guids));
        Assert.All(book.Descendants(_qda + "Set"), set => Assert.NotNull(set.Attribute("name")));
    }

    [Theory]
    [InlineData("name\na\n\"b", CodeBookFault.WrongRow, 3)]
    [InlineData("name,definition\na", CodeBookFault.WrongRow, 2)]
    [InlineData("title\na", CodeBookFault.WrongColumns, 0)]
    [InlineData("name,name\na,b", CodeBookFault.WrongColumns, 0)]
    [InlineData("name\na\nA", CodeBookFault.NameTwice, 3)]
    [InlineData("name,cross_cutting\na,perhaps", CodeBookFault.NeitherYesNorNo, 2)]
    [InlineData("name,definition\n,d", CodeBookFault.BadName, 2)]
    [InlineData("name\n", CodeBookFault.Empty, 0)]
    [InlineData(" ", CodeBookFault.Empty, 0)]
    [InlineData("<CodeBook", CodeBookFault.BrokenXml, 0)]
    [InlineData("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", CodeBookFault.BrokenXml, 0)]
    [InlineData("<Project xmlns='urn:QDA-XML:project:1.0'/>", CodeBookFault.NoCodeBook, 0)]
    [InlineData("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/></CodeBook>", CodeBookFault.Empty, 0)]
    [InlineData("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes><Code name='a'/><Code name=' '/></Codes></CodeBook>", CodeBookFault.BadName, 2)]
    public void Read_WhatCannotBeTaken_SaysWhatAndWhere(string text, CodeBookFault fault, int place)
    {
        var reading = CodeBookFile.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal((fault, place, 0), (reading.Fault, reading.Place, reading.Themes.Count));
    }

    [Fact]
    public void Read_BrokenEncodingLongTextAndFarTooManyRows_AreTold()
    {
        Assert.Equal(CodeBookFault.BrokenEncoding, CodeBookFile.Read([.. "name\n"u8, 0xC3, 0x28]).Fault);
        Assert.Equal(CodeBookFault.LongText, CodeBookFile.Read(Encoding.UTF8.GetBytes($"name,definition\na,{new string('x', CodeBook.LongestDefinition + 1)}")).Fault);
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(row => $"theme {row},,a definition,,,,no\r\n"));
        Assert.Equal(CodeBookFault.TooMany, CodeBookFile.Read(Encoding.UTF8.GetBytes($"{Columns}\r\n{rows}")).Fault);
        var deep = string.Concat(Enumerable.Range(0, 20_000).Select(row => $"<Code name='{row}'>"));
        Assert.NotNull(CodeBookFile.Read(Encoding.UTF8.GetBytes($"<CodeBook xmlns='{_qda.NamespaceName}'><Codes>{deep}")).Fault);
    }

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex GuidType();
}
