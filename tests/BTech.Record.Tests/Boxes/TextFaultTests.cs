using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Record.Tests.Boxes;

/// <summary>What an example, a resource and a dilemma must have before they are kept.</summary>
public sealed class TextFaultTests
{
    private static readonly string Line = new('a', PieceText.MaxLineLength);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void AnExampleNeedsATitle(string? title) =>
        Assert.Equal([TextFault.TitleMissing], new PieceText("Why", "en", Title: title).FaultsAs(InputKind.Example));

    [Fact]
    public void ATitleAndALinkHoldOneLine()
    {
        Assert.Empty(new PieceText("", "en", Title: Line, Link: "https://example.org/").FaultsAs(InputKind.Resource));
        Assert.Equal(
            [TextFault.TitleTooLong, TextFault.LinkTooLong],
            new PieceText("", "en", Title: Line + "a", Link: "https://example.org/" + Line).FaultsAs(InputKind.Resource));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("example.org")]
    public void ALinkIsAnAddressOfTheWeb(string link) =>
        Assert.Equal([TextFault.NotALink], new PieceText("", "en", Title: "A title", Link: link).FaultsAs(InputKind.Resource));

    [Fact]
    public void ADilemmaNeedsItsSituationAndACommentNothing()
    {
        Assert.Equal([TextFault.SituationMissing], new PieceText(" ", "en", Tension: "Two duties").FaultsAs(InputKind.Dilemma));
        Assert.Empty(new PieceText("", "en", Link: "nonsense").FaultsAs(InputKind.Comment));
    }
}
