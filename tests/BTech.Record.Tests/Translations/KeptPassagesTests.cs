using BTech.Record.Translations;

namespace BTech.Record.Tests.Translations;

/// <summary>A coded passage goes where its very words go, or nowhere.</summary>
public sealed class KeptPassagesTests
{
    [Theory]
    [InlineData("one two three", "zero one two three", 4, 7, 9, 12)]
    [InlineData("one two three", "two", 4, 7, 0, 3)]
    [InlineData("so and so", "so or so", 7, 9, 6, 8)]
    [InlineData("😀 words", "😀😀 words", 2, 7, 3, 8)]
    public void Words_ThatAreKept_AreFound(string before, string after, int start, int end, int newStart, int newEnd) =>
        Assert.Equal((newStart, newEnd), KeptPassages.Find(before, after, start, end));

    [Theory]
    [InlineData("one two three", "one tow three", 4, 7)]
    [InlineData("so and so", "so it is", 7, 9)]
    [InlineData("one two", "two one two", 4, 7)]
    public void Words_ThatAreGoneOrNotClear_AreNot(string before, string after, int start, int end) =>
        Assert.Null(KeptPassages.Find(before, after, start, end));
}
