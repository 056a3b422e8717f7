using BTech.Web.Design;

namespace BTech.Web.Tests.Design;

/// <summary>The words of a paper's text, for comparing: a line for each paragraph, item and row, and no mark.</summary>
public sealed class PaperTextTests
{
    [Theory]
    [InlineData("Plain **bold** and *italic* [a link](https://example.org/).", "Plain bold and italic a link.")]
    [InlineData("As follows:\n\n- one\n- two\n  1. deeper\n- three", "As follows:\n• one\n• two\n1. deeper\n• three")]
    [InlineData("4. four\n5. five", "4. four\n5. five")]
    [InlineData("| A | B |\n|---|---|\n| 1 \\| 2 | *x* |\n|  | y |", "A | B\n1 | 2 | x\n | y")]
    [InlineData("Said\\[1\\] so.\\\n\\[1\\] The note.", "Said[1] so.\n[1] The note.")]
    [InlineData("See [the text][1].\n\n[1]: https://example.org/", "See the text.")]
    [InlineData("5 \\* 3 \\& \\&amp; `code` <https://example.org>", "5 * 3 & &amp; code https://example.org")]
    [InlineData("> quoted", "quoted")]
    [InlineData("", "")]
    public void Lines_OfATextWithMarks_AreItsWords(string markdown, string expected) => Assert.Equal(expected, PaperText.Lines(markdown));
}
