using BTech.Record.Reports;
using CsCheck;

namespace BTech.Record.Tests.Reports;

public sealed class InlineTextTests
{
    [Fact]
    public void Parse_AllFourSigns_GivesRuns()
    {
        var runs = InlineText.Parse("Some **welcomed *this* point**[^2], see [the page](https://example.org/a).");
        Assert.Equal(
            [
                new("Some "), new("welcomed ", IsKeyPhrase: true), new("this", IsKeyPhrase: true, IsEmphasis: true), new(" point", IsKeyPhrase: true),
                new("", Footnote: 2), new(", see "), new("the page", Link: "https://example.org/a"), new("."),
            ], runs);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,1)")]
    [InlineData("<b onclick=x>")]
    [InlineData("![x](https://example.org/pixel.png")]
    [InlineData("** loose")]
    [InlineData("[^0]")]
    public void Parse_NotExactlyTheMarkup_IsText(string text)
    {
        var runs = InlineText.Parse(text);
        Assert.All(runs, run => Assert.True(run is { Link: null, Footnote: null, IsKeyPhrase: false }));
        Assert.Equal(text, InlineText.Plain(text));
    }

    [Fact]
    public void Escape_Anything_ComesBackAsWritten() => Gen.String.Sample(words =>
    {
        var escaped = InlineText.Escape(words);
        Assert.Equal(words, InlineText.Plain(escaped));
        Assert.Empty(InlineText.KeyPhrases(escaped));
    });
}
