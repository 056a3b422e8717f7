using BTech.Languages;
using BTech.Record.Retention;
using CsCheck;

namespace BTech.Record.Tests.Retention;

/// <summary>Hidden passages leave the text; places in it move along.</summary>
public sealed class RedactedTests
{
    private const string Text = "Mine says 𝄞Jane𝄞 did it. Then Joe left.";

    [Fact]
    public void Redacted_HiddenPassages_AreOneBlockEachWhateverTheirLength()
    {
        // "Jane" with a sign of two code units on either side, and "Joe left", hidden twice over.
        var redacted = new Redacted(Text, [(10, 16), (30, 33), (31, 38)]);
        Assert.Equal("Mine says █ did it. Then █.", redacted.Text);
        Assert.Equal(["𝄞Jane𝄞", "Joe left"], redacted.Erased);
    }

    [Theory]
    [InlineData(0, 9, "Mine says")]
    [InlineData(17, 24, "did it.")]
    [InlineData(10, 16, "█")]
    [InlineData(12, 14, "█")]
    [InlineData(5, 13, "says █")]
    [InlineData(14, 20, "█ did")]
    [InlineData(17, 39, "did it. Then █.")]
    [InlineData(32, 33, "█")]
    public void Moved_Passage_HoldsTheSameWords(int start, int end, string words)
    {
        var redacted = new Redacted(Text, [(10, 16), (30, 38)]);
        var moved = redacted.Moved(start, end);
        Assert.Equal(words, CodePoints.Slice(redacted.Text, moved.Start, moved.End));
    }

    [Fact]
    public void Redacted_Again_ChangesNothing()
    {
        var once = new Redacted(Text, [(10, 16)]);
        var (start, end) = once.Moved(10, 16);
        var twice = new Redacted(once.Text, [(start, end)]);
        Assert.Equal(once.Text, twice.Text);
        Assert.Empty(twice.Erased);
        Assert.Equal((3, 8), twice.Moved(3, 8));
    }

    /// <summary>Whatever is hidden: nothing of it is left, everything else is, and what a passage showed before it shows afterwards.</summary>
    [Fact]
    public void Redacted_AnyPassages_KeepsTheRest() => Gen.Select(Gen.Char['a', 'z'].Array[0, 40], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 12]).Array[0, 5], Gen.Int[0, 40], Gen.Int[0, 12])
        .Sample((letters, hidden, start, length) =>
        {
            var text = new string(letters);
            var isHidden = new bool[text.Length];
            foreach (var (from, many) in hidden)
                for (var at = from; at < Math.Min(from + many, text.Length); at++) isHidden[at] = true;
            var redacted = new Redacted(text, hidden.Select(one => (one.Item1, one.Item1 + one.Item2)));
            Assert.Equal(string.Concat(text.Where((_, at) => !isHidden[at])), redacted.Text.Replace("█", "", StringComparison.Ordinal));
            var (first, last) = (Math.Min(start, text.Length), Math.Min(start + length, text.Length));
            var moved = redacted.Moved(first, last);
            Assert.Equal(
                string.Concat(text[first..last].Where((_, at) => !isHidden[first + at])),
                redacted.Text[moved.Start..moved.End].Replace("█", "", StringComparison.Ordinal));
        });
}
