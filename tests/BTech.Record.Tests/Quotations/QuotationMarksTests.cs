using BTech.Languages;
using BTech.Record.Quotations;

namespace BTech.Record.Tests.Quotations;

/// <summary>What stands in quotation marks, and what words are the same.</summary>
public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("They spoke of “a perfect storm” and of \"bake-in\".", "a perfect storm|bake-in")]
    [InlineData("Ils ont parlé d’une « tempête parfaite ».", " tempête parfaite ")]
    [InlineData("Говорили о „больших картах“.", "больших картах")]
    [InlineData("他们提到「更好的地图」。", "更好的地图")]
    [InlineData("It’s the operators' own ‘word’.", "")]
    [InlineData("An “open mark only.", "")]
    public void In_FindsWhatIsMarked(string text, string expected) => Assert.Equal(expected, string.Join('|', QuotationMarks.In(text)));

    [Fact]
    public void Around_IsFoundAgain_InEveryLanguage()
    {
        foreach (var language in Language.All)
            Assert.Equal(QuotedWords.Hash("a word"), QuotedWords.Hash(Assert.Single(QuotationMarks.In(QuotationMarks.Around("a word", language)))));
    }

    [Theory]
    [InlineData("We  need\nmaps.", "We need maps", true)]
    [InlineData("“We need maps”,", "We need maps", true)]
    [InlineData("we need maps", "We need maps", false)]
    [InlineData("We need map", "We need maps", false)]
    [InlineData("We need 5 %", "We need 5", false)]
    [InlineData("We need, maps", "We need maps", false)]
    public void Hash_IsOfTheLettersAndNotOfTheSignsAround(string words, string other, bool isSame) =>
        Assert.Equal(isSame, QuotedWords.Hash(words).AsSpan().SequenceEqual(QuotedWords.Hash(other)));

    [Fact]
    public void AreFew_TwentyFiveWords()
    {
        Assert.True(QuotedWords.AreFew(string.Join(' ', Enumerable.Repeat("word", 25))));
        Assert.False(QuotedWords.AreFew(string.Join(' ', Enumerable.Repeat("word", 26))));
    }
}
