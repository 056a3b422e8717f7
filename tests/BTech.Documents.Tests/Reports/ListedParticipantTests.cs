using BTech.Documents.Reports;
using BTech.Languages;

namespace BTech.Documents.Tests.Reports;

public sealed class ListedParticipantTests
{
    [Theory]
    [InlineData("Ms.", "Invented Name", "Adviser", "Example Bank", "Ms. Invented Name, Adviser, Example Bank")]
    [InlineData("Ms.", "Invented Name ,", "Adviser,", "Example Bank,  ", "Ms. Invented Name, Adviser, Example Bank")]
    [InlineData(null, null, null, "Example Bank.", "Example Bank")]
    [InlineData(null, "Invented Name", " ", "in a personal capacity", "Invented Name, in a personal capacity")]
    [InlineData("Dr.", "Invented\nName", "Adviser", null, "Dr. Invented Name, Adviser")]
    public void Line_HasNoTrailingOrDoubledPunctuation(string? honorific, string? name, string? role, string? organisation, string expected) =>
        Assert.Equal(expected, new ListedParticipant(name, organisation, honorific, role).Line(Language.English));

    [Fact]
    public void Line_UsesTheCommaOfTheLanguage()
    {
        var person = new ListedParticipant("A", "C", null, "B");
        Assert.Equal("A، B، C", person.Line(Language.Arabic));
        Assert.Equal("A，B，C", person.Line(Language.Chinese));
    }
}
