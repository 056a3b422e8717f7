using BTech.Record.Reports;

namespace BTech.Record.Tests.Reports;

public sealed class StatementRulesTests
{
    private static readonly string[] Labels = ["The project team", "UN Human Rights", "项目组"];

    [Theory]
    [InlineData("Some participants asked for **a shorter paper**.", DraftResult.Done)]
    [InlineData("Some participants asked for a shorter paper.", DraftResult.KeyPhraseMissing)]
    [InlineData("Some **asked for** a **shorter paper**.", DraftResult.KeyPhraseMissing)]
    [InlineData("Some asked for **brevity**.", DraftResult.KeyPhraseLength)]
    [InlineData("The project team noted **a shorter paper**.", DraftResult.HostLabelOnPoint)]
    [InlineData("**The project team** noted it.", DraftResult.HostLabelOnPoint)]
    [InlineData("项目组注意到**较短的文件**。", DraftResult.HostLabelOnPoint)]
    [InlineData("The project teams of others asked for **a shorter paper**.", DraftResult.Done)]
    [InlineData("  ", DraftResult.TextMissing)]
    [InlineData("Two\nlines **of a text**", DraftResult.TextMissing)]
    [InlineData(null, DraftResult.TextMissing)]
    public void CheckKeyPoint_VoicesAreTold_ByGrammar(string? text, DraftResult expected) => Assert.Equal(expected, StatementRules.CheckKeyPoint(text, Labels));

    [Theory]
    [InlineData("The project team will publish the paper.", DraftResult.Done)]
    [InlineData("un human rights will publish the paper.", DraftResult.Done)]
    [InlineData("We will publish the paper.", DraftResult.HostLabelMissing)]
    [InlineData("UN Human Rightsists will publish.", DraftResult.HostLabelMissing)]
    public void CheckHostNote_BeginsWithTheHost(string text, DraftResult expected) => Assert.Equal(expected, StatementRules.CheckHostNote(text, Labels));

    [Theory]
    [InlineData("a shorter paper", 3)]
    [InlineData("较短的文件", 3)]
    [InlineData("UNGP 原则", 2)]
    [InlineData("well-known, SMEs' point", 3)]
    [InlineData("", 0)]
    public void WordCount_CountsAsPeopleDo(string text, int words) => Assert.Equal(words, StatementRules.WordCount(text));

    [Theory]
    [InlineData(2, DraftResult.KeyPhraseLength)]
    [InlineData(3, DraftResult.Done)]
    [InlineData(80, DraftResult.Done)]
    [InlineData(81, DraftResult.KeyPhraseLength)]
    public void CheckKeyPoint_InChinese_TakesThreeToEightyCharacters(int characters, DraftResult expected) =>
        Assert.Equal(expected, StatementRules.CheckKeyPoint($"一些参与者要求**{new string('短', characters)}**。", Labels));

    [Fact]
    public void CheckKeyPoint_FortyOneBoldWords_IsTooLong()
    {
        Assert.Equal(DraftResult.Done, StatementRules.CheckKeyPoint($"They asked for **{string.Join(' ', Enumerable.Repeat("word", 40))}**.", Labels));
        Assert.Equal(DraftResult.KeyPhraseLength, StatementRules.CheckKeyPoint($"They asked for **{string.Join(' ', Enumerable.Repeat("word", 41))}**.", Labels));
    }
}
