using BTech.Record.Boxes;

namespace BTech.Record.Tests.Boxes;

/// <summary>The words of a paragraph that somebody means are kept with what stands around them, and open the sealed text.</summary>
public sealed class PassageTests
{
    private const string Paragraph = "Companies should know and show that they respect human rights, and States should make them.";

    [Fact]
    public void In_FindsTheWords_HoweverTheyWereCopied()
    {
        var passage = Passage.In(Paragraph, "  know\r\nand   show ")!;
        Assert.Equal(new Passage("know and show", "Companies should ", " that they respect human rights,"), passage);
        Assert.True(passage.IsFound);
        Assert.Equal(new Passage("Companies should", "", " know and show that they respect"), Passage.In(Paragraph, "Companies should"));
    }

    [Fact]
    public void In_WordsThatAreNotThere_AreKeptAlone()
    {
        Assert.Equal(new Passage("know, and show"), Passage.In(Paragraph, "know, and show"));
        Assert.False(Passage.In(Paragraph, "know, and show")!.IsFound);
        Assert.Null(Passage.In(Paragraph, " \n "));
    }

    [Fact]
    public void In_CutsNoCharacterInTwo()
    {
        var passage = Passage.In(string.Concat(Enumerable.Repeat("😀", 40)) + "x" + string.Concat(Enumerable.Repeat("😀", 40)), "x")!;
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 16)), passage.Prefix);
        var odd = Passage.In(string.Concat(Enumerable.Repeat("😀", 40)) + "ax b" + string.Concat(Enumerable.Repeat("😀", 40)), "x")!;
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(odd.Prefix + odd.Suffix)));
    }

    [Fact]
    public void Whole_BeginsWithThePassage_AndOwnWordsDoNot()
    {
        var text = new PieceText("Too weak.", "en", Passage: new Passage("know and show", "a", "b"));
        Assert.Equal("“know and show”\n\nToo weak.", text.Whole());
        Assert.Equal("Too weak.", text.OwnWords());
        Assert.False(text.SaysTheSameAs(text with { Passage = null }));
        Assert.True(new PieceText("", "en", Passage: new Passage("words")).IsBlank);
    }
}
