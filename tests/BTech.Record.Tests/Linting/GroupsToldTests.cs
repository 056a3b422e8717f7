using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.Linting;

/// <summary>How many of a group speak is read wherever the word on how many stands: before what names the group, or within it.</summary>
public sealed class GroupsToldTests
{
    [Theory]
    [InlineData("en", "According to a number of companies, the paper is long.", AttributionLadder.ANumber)]
    [InlineData("en", "A number of company participants found the paper long.", AttributionLadder.ANumber)]
    [InlineData("en", "Companies asked for a shorter paper.", null)]
    [InlineData("ar", "طلب عدد من الشركات مهلة أطول.", AttributionLadder.ANumber)]
    public void Word_IsReadWithHowMany(string language, string sentence, string? rung)
    {
        var told = new GroupsTold(LintVocabulary.Of(Language.Find(language)!, InventedConsultation.New()), new HashSet<string> { "companies" });
        Assert.Equal(rung is null ? AttributionLadder.GroupPrefix + "companies" : AttributionLadder.Within("companies", rung), Assert.Single(told.In(sentence).Distinct()));
    }
}
