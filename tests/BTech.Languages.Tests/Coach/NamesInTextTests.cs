using BTech.Languages.Coach;
using Xunit;

namespace BTech.Languages.Tests.Coach;

public sealed class NamesInTextTests
{
    private static readonly NamesInText Names = new(
        ["Zoé Nouvelle", "Ольга Примерова", "ليلى المثالية", "王示例", "May Long"], ["Example Rights Network", "Пример Плюс", "منظمة المثال", "示例科技公司", "ERN"]);

    [Theory]
    [InlineData("As ZOE  nouvelle said, no.", "ZOE  nouvelle")]
    [InlineData("👍 We at Example Rights Network agree.", "Example Rights Network")]
    [InlineData("Ms Nouvelle agrees.", "Nouvelle")]
    [InlineData("Said by Пример Плюс today", "Пример Плюс")]
    [InlineData("وقالت ومنظمة المثال ذلك", "منظمة المثال")]
    [InlineData("我们示例科技公司认为", "示例科技公司")]
    [InlineData("Write to ERN.", "ERN")]
    public void Find_NamesOfTheList_AreFoundWhereTheyStand(string text, string name)
    {
        var place = Assert.Single(Names.Find(text));
        Assert.Equal(name, CodePoints.Slice(text, place.Start, place.End));
    }

    [Theory]
    [InlineData("It took long, and we may wait.")]
    [InlineData("An example of rights.")]
    [InlineData("Concern about ern and ERNs")]
    [InlineData("")]
    public void Find_WordsThatAreNoNames_FindsNothing(string text) => Assert.Empty(Names.Find(text));

    [Fact]
    public void ToString_NamesNobody() => Assert.Equal("NamesInText", Names.ToString());
}
