using BTech.Record.Similarity;

namespace BTech.Record.Tests.Similarity;

/// <summary>What a guess is made from, and that it is made from nothing else.</summary>
public sealed class ThemeGuessesTests
{
    private static readonly Guid Remedy = Guid.NewGuid();
    private static readonly Guid Privacy = Guid.NewGuid();

    [Fact]
    public void Guess_IsTheThemeOfAlikePassages_WithItsReasons()
    {
        var guesses = ThemeGuesses.Of([
            new("Victims need effective remedy from companies", "en", [Remedy]),
            new("Privacy of users is eroded by tracking", "en", [Privacy]),
            new("Effective remedy for victims is missing", "en", []),
            new("Lunch was served at noon", "en", []),
        ]);
        var guess = Assert.Single(guesses, one => one.Passage == 2 && one.Theme == Remedy);
        Assert.Equal([0], guess.Like);
        Assert.Contains("remedy", guess.Terms);
        Assert.Equal(guess, guesses[0]);
        Assert.DoesNotContain(guesses, one => one.Passage == 3);
    }

    [Fact]
    public void CodedPassages_AndOtherLanguages_AreNotGuessed()
    {
        Assert.Empty(ThemeGuesses.Of([new("Effective remedy for victims", "en", [Remedy]), new("Effective remedy for victims", "en", [Privacy]), new("Effective remedy for victims", "fr", [])]));
        Assert.Empty(ThemeGuesses.Of([new("Effective remedy for victims", "en", []), new("Effective remedy", "en", [])]));
    }
}
