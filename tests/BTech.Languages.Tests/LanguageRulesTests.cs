using BTech.Languages;
using CsCheck;
using Xunit;

namespace BTech.Languages.Tests;

public sealed class LanguageRulesTests
{
    private static readonly string[] _pieces = ["a", "é", "👍🏽", "ش", "漢", "e\u0301", ". ", "。", "؟ ", "\n", " "];

    private static readonly Gen<string> AnyText = Gen.Int[0, _pieces.Length - 1].Select(which => _pieces[which]).Array[0, 30].Select(string.Concat);

    /// <summary>The forms of the Unicode plural rules for whole numbers, for the numbers at which the six languages change.</summary>
    [Theory]
    [InlineData("ar", "0 zero,1 one,2 two,3 few,10 few,11 many,99 many,100 other,102 other,103 few,111 many,200 other")]
    [InlineData("zh", "0 other,1 other,2 other,100 other")]
    [InlineData("en", "0 other,1 one,2 other,11 other,100 other")]
    [InlineData("fr", "0 one,1 one,2 other,11 other,1000000 many")]
    [InlineData("es", "0 other,1 one,2 other,1000000 many")]
    [InlineData("ru", "0 many,1 one,2 few,3 few,5 many,11 many,12 many,21 one,22 few,100 many,101 one,111 many")]
    public void PluralForm_OfANumber_IsTheLanguagesOwn(string code, string expected)
    {
        foreach (var pair in expected.Split(',').Select(pair => pair.Split(' ')))
            Assert.Equal(pair[1], PluralRules.FormOf(Language.Find(code)!, long.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture)).ToString().ToLowerInvariant());
    }

    [Theory]
    [InlineData("Ünder ÉTÉ", "under ete")]
    [InlineData("المُشَارِكُونَ", "المشاركون")]
    [InlineData("إجـــراء", "اجراء")]
    [InlineData("مسؤولية", "مسووليه")]
    [InlineData("ＡＢＣ　１２", "abc 12")]
    [InlineData("“Ja” – l’État", "\"ja\" - l'etat")]
    [InlineData("Straße", "strasse")]
    [InlineData("  a \u200f\n b  ", "a b")]
    public void Fold_WhatDiffersOnlyInDress_IsTheSame(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Fold_SignThatIsNone_IsNoFault() => Assert.Equal("a\uFFFDb", Folding.Fold("a\uFFFEb"));

    [Fact]
    public void Fold_AnyText_TwiceIsOnce() => AnyText.Sample(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))));

    [Fact]
    public void CodePoints_AnyText_IndexAndPositionLeadBackToEachOther() => AnyText.Sample(text =>
    {
        var count = CodePoints.Count(text);
        Assert.Equal(text.EnumerateRunes().Count(), count);
        for (var position = 0; position <= count; position++) Assert.Equal(position, CodePoints.FromIndex(text, CodePoints.ToIndex(text, position)));
        Assert.Equal(text, CodePoints.Slice(text, 0, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => CodePoints.ToIndex(text, count + 1));
    });

    [Theory]
    [InlineData("One. Two? Three!", 3)]
    [InlineData("第一句。第二句！", 2)]
    [InlineData("ما هذا؟ نعم.", 2)]
    [InlineData("a\r\nb\n\nc", 3)]
    [InlineData("", 0)]
    public void Sentences_OfAText_EndWhereReadersEndThem(string text, int expected) => Assert.Equal(expected, Sentences.Of(text).Count);

    /// <summary>Nothing is lost between sentences but blanks, and none overlaps another.</summary>
    [Fact]
    public void Sentences_AnyText_HoldEverythingButBlanks() => AnyText.Sample(text =>
    {
        var places = Sentences.Of(text);
        var end = 0;
        foreach (var place in places)
        {
            Assert.True(place.Start >= end && place.End > place.Start);
            Assert.True(string.IsNullOrWhiteSpace(CodePoints.Slice(text, end, place.Start)));
            end = place.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(CodePoints.Slice(text, end, CodePoints.Count(text))));
    });

    [Fact]
    public void LocalizedText_LanguageMissing_FallsBackToEnglishAndSaysSo()
    {
        var text = new LocalizedText([new("en", "words"), new("fr", "mots"), new("ru", " ")]);
        Assert.Equal(("mots", Language.French), text.In(Language.French));
        Assert.Equal(("words", Language.English), text.In(Language.Russian));
        Assert.Throws<ArgumentException>(() => new LocalizedText([new("de", "Worte")]));
    }
}
