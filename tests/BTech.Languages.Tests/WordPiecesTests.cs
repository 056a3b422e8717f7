using Xunit;

namespace BTech.Languages.Tests;

public sealed class WordPiecesTests
{
    [Theory]
    [InlineData("The duty, to protect.", "The| |duty|,| |to| |protect|.")]
    [InlineData("don't l’État co-operation", "don't| |l’État| |co-operation")]
    [InlineData("'quoted' -dash", "'|quoted|'| |-|dash")]
    [InlineData("人权 ABC", "人|权| |ABC")]
    [InlineData("الشَّركات، حقوق", "الشَّركات|،| |حقوق")]
    [InlineData("e\u0301té 12,5 %", "e\u0301té| |12|,|5| |%")]
    [InlineData("", "")]
    public void Of_Text_IsCutAtWords(string text, string pieces) => Assert.Equal(pieces, string.Join('|', WordPieces.Of(text)));

    [Fact]
    public void Of_HalfACharacter_IsASign() => Assert.Equal(["a", "\uD800", "b", "\uDC00"], WordPieces.Of("a\uD800b\uDC00"));
}
