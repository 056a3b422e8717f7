using System.Text;
using Xunit;

namespace BTech.Languages.Tests;

public sealed class UnicodeFormTests
{
    // No theory: halves of characters do not survive in an attribute.
    [Fact]
    public void IsWhole_HalvesAndNoCharacters_AreTold()
    {
        foreach (var (text, expected) in new[]
        {
            ("", true), ("é 中 العربية 😀", true), ("a\uD83D", false), ("\uDE00a", false), ("\uDE00\uD83D", false), ("a\uFFFEb", false), ("a\uFFFF\uFDD0b", true),
        })
        {
            Assert.Equal(expected, UnicodeForm.IsWhole(text));
            // Whatever it is, no form of it ends in an error.
            foreach (var form in Enum.GetValues<NormalizationForm>()) Assert.Equal(text.Contains('a'), UnicodeForm.Of(text, form).Contains('a'));
        }
    }

    [Fact]
    public void Of_Normalises_AndMarksWhatIsNoCharacter()
    {
        Assert.Equal("é", UnicodeForm.Of("e\u0301", NormalizationForm.FormC));
        Assert.Equal("x\uFFFD\uFFFDy😀", UnicodeForm.Of("x\uFFFE\uD83Dy😀", NormalizationForm.FormC));
    }
}
