using Xunit;

namespace BTech.Languages.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("In 2011, 31 principles; 1,000 copies.", "في عام ٢٠١١، ٣١ مبدأ؛ ١٬٠٠٠ نسخة.", true)]
    [InlineData("In 2011, 31 principles; 1,000 copies.", "31 principes en 2011 ; 1\u202F000 exemplaires.", true)]
    [InlineData("1,250,000 people", "1.250.000 personas", true)]
    [InlineData("Article 07", "第7条", true)]
    [InlineData("Twice 5 and 5", "5", false)]
    [InlineData("31 principles", "13 principes", false)]
    [InlineData("No number", "Один 1", false)]
    [InlineData("Paragraphs 1, 2 and 3", "1、2和3", true)]
    public void Same_TextAndTranslation_ComparesTheFigures(string english, string other, bool same) => Assert.Equal(same, Figures.Same(english, other));

    [Fact]
    public void Of_NoText_IsEmpty() => Assert.Empty(Figures.Of(null));
}
