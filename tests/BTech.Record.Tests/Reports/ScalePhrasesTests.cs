using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Tests.Reports;

public sealed class ScalePhrasesTests
{
    [Theory]
    [InlineData("A few participants noted that boards differ.", "A few participants")]
    [InlineData("Boards differ, participants noted, and one participant more.", "Participants noted|One participant")]
    [InlineData("Awesome participants noted nothing wrongly.", "Participants noted")]
    [InlineData("Someone participants", "")]
    [InlineData("many participantships", "")]
    [InlineData("It was noted that many participants and Many participants wrote.", "It was noted|Many participants|Many participants")]
    public void In_EnglishSentence_FindsWhatAReaderReads(string text, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), ScalePhrases.In(text, Language.English).Select(found => found.Phrase));
}
