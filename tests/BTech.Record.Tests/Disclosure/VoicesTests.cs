using BTech.Record.Disclosure;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

public sealed class VoicesTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];

    [Theory]
    [InlineData(1, "a/1 b/1 c/1")]      // five copies of one text speak once
    [InlineData(2, "a b")]
    [InlineData(2, "a/1 b/1 b c")]      // b says it in own words too, and the campaign adds nobody
    [InlineData(1, "a/1 a")]
    [InlineData(1, "a/1 b/1 a/2 c/2")]  // two campaigns of one sender
    [InlineData(2, "a/1 b/2")]
    [InlineData(0, "")]
    public void Count_ContributorsAndCampaigns_IsAsTheRuleSays(int voices, string said) => Assert.Equal(voices, Voices.Count(
        said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => new Voices.Said(Ids[one[0] - 'a'], null, one.Length > 1 ? Ids[one[2] - '0'] : null))));

    [Fact]
    public void Count_Anything_IsNeverMoreThanContributorsAndNeverNothingOfSome() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[-2, 3]).Array[0, 12].Sample(texts =>
        {
            var said = texts.Select(text => new Voices.Said(Ids[text.Item1], null, text.Item2 < 0 ? null : Ids[text.Item2])).ToList();
            var contributors = said.Select(one => one.Contributor).Distinct().Count();
            Assert.InRange(Voices.Count(said), Math.Min(1, contributors), contributors);
        }, iter: 2000, threads: 1);

    [Fact]
    public void Of_CampaignWithoutACommonLabel_SpeaksForNoGroup() => Assert.Equal([null, "States"], Voices.Of(
        [new(Ids[0], null, Ids[7]), new(Ids[1], null, Ids[7]), new(Ids[2], "States", null)]).Order());
}
