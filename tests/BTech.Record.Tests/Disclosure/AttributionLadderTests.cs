using BTech.Record.Disclosure;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

public sealed class AttributionLadderTests
{
    private static readonly Gen<Backing> AnyBacking =
        from contributors in Gen.Int[0, 60]
        from others in Gen.Int[0, 60]
        from contrary in Gen.Int[0, 10]
        from recorded in Gen.Bool
        from states in Gen.Int[0, contributors]
        from companies in Gen.Int[0, contributors - states]
        from largest in Gen.Int[1, 8]
        from second in Gen.Int[0, largest]
        select new Backing
        {
            Contributors = contributors,
            Addressed = contributors + others + contrary,
            Contrary = contrary,
            ContraryIsRecorded = recorded,
            ByLabel = new Dictionary<string, int> { ["states"] = states, ["companies"] = companies, ["academia"] = contributors - states - companies },
            SpeakingAsGroup = new Dictionary<string, int> { ["companies"] = companies },
            Delegations = [new Delegations("companies", largest, second)],
        };

    [Theory]
    [InlineData(AttributionLadder.One, 1, true)]
    [InlineData(AttributionLadder.One, 2, false)]
    [InlineData(AttributionLadder.AFew, 1, false)]
    [InlineData(AttributionLadder.AFew, 2, true)]
    [InlineData(AttributionLadder.AFew, 40, true)]
    [InlineData(AttributionLadder.Noted, 4, false)]
    [InlineData(AttributionLadder.Noted, 5, true)]
    [InlineData(AttributionLadder.Some, 4, false)]
    [InlineData(AttributionLadder.Some, 5, true)]
    [InlineData(AttributionLadder.ANumber, 9, false)]
    [InlineData(AttributionLadder.ANumber, 10, true)]
    [InlineData(AttributionLadder.AlsoRaised, 0, false)]
    [InlineData(AttributionLadder.AlsoRaised, 1, true)]
    public void Holds_CountedPhrases_FromTheirLowerBoundOn(string key, int contributors, bool holds) =>
        Assert.Equal(holds, AttributionLadder.Holds(key, new Backing { Contributors = contributors, Addressed = 60 }));

    [Theory]
    [InlineData(AttributionLadder.Many, 6, 20, false)] // exactly 30 %
    [InlineData(AttributionLadder.Many, 7, 20, true)]
    [InlineData(AttributionLadder.Many, 12, 19, false)] // too few for shares
    [InlineData(AttributionLadder.Support, 8, 20, false)]
    [InlineData(AttributionLadder.Support, 9, 20, true)]
    [InlineData(AttributionLadder.BroadAgreement, 12, 20, false)]
    [InlineData(AttributionLadder.BroadAgreement, 13, 20, true)]
    public void Holds_PhrasesOfAShare_AboveTheirShareOfTwentyOrMore(string key, int contributors, int addressed, bool holds) =>
        Assert.Equal(holds, AttributionLadder.Holds(key, new Backing { Contributors = contributors, Addressed = addressed }));

    [Fact]
    public void Holds_ViewsAgainst_WeighOnAgreementAndTension()
    {
        var backing = new Backing { Contributors = 20, Addressed = 30, Contrary = 3 };
        Assert.True(AttributionLadder.Holds(AttributionLadder.BroadAgreement, backing));
        Assert.False(AttributionLadder.Holds(AttributionLadder.BroadAgreement, backing with { Contrary = 4 }));
        Assert.False(AttributionLadder.Holds(AttributionLadder.Support, backing with { ContraryIsRecorded = false }));
        Assert.True(AttributionLadder.Holds(AttributionLadder.Tension, new Backing { Contributors = 2, Addressed = 30, Contrary = 2 }));
        Assert.False(AttributionLadder.Holds(AttributionLadder.Tension, new Backing { Contributors = 2, Addressed = 30, Contrary = 1 }));
    }

    [Fact]
    public void Holds_CommonThread_NeedsThreeGroups()
    {
        var backing = new Backing { Contributors = 10, Addressed = 30, ByLabel = new Dictionary<string, int> { ["a"] = 5, ["b"] = 4, ["c"] = 1 } };
        Assert.True(AttributionLadder.Holds(AttributionLadder.CommonThread, backing));
        Assert.False(AttributionLadder.Holds(AttributionLadder.CommonThread, backing with { ByLabel = new Dictionary<string, int> { ["a"] = 5, ["b"] = 5, ["c"] = 0 } }));
    }

    /// <summary>n_c ≥ max(m1 + 3, m1 + m2 + 1): the largest delegation knows what it wrote itself.</summary>
    [Theory]
    [InlineData(1, 1, 3, false)]
    [InlineData(1, 1, 4, true)]
    [InlineData(5, 4, 9, false)]
    [InlineData(5, 4, 10, true)]
    public void Holds_AGroupsWord_OnlyBeyondItsLargestDelegations(int largest, int second, int ofTheGroup, bool holds)
    {
        var backing = new Backing
        {
            Contributors = 20,
            Addressed = 40,
            ByLabel = new Dictionary<string, int> { ["companies"] = 19 },
            SpeakingAsGroup = new Dictionary<string, int> { ["companies"] = ofTheGroup },
            Delegations = [new Delegations("companies", largest, second)],
        };
        Assert.Equal(holds, AttributionLadder.Holds("group:companies", backing));
        Assert.False(AttributionLadder.Holds("group:companies", backing with { Delegations = [] }));
        Assert.False(AttributionLadder.Holds("group:states", backing));
    }

    [Fact]
    public void Offered_Anything_HoldsAndBeginsWithTheStrongest() => AnyBacking.Sample(backing =>
    {
        var offered = AttributionLadder.Offered(backing);
        Assert.All(offered, rung => Assert.True(AttributionLadder.Holds(rung.Key, backing)));
        Assert.Equal(offered.OrderByDescending(rung => rung.Strength).Select(rung => rung.Strength), offered.Select(rung => rung.Strength));
        Assert.Equal(backing.Contributors > 0, offered.Count > 0);
        Assert.Equal(AttributionLadder.All.Count(rung => backing.Contributors > 0 && AttributionLadder.Holds(rung.Key, backing)), offered.Count(rung => rung.GroupLabel is null));
    });

    /// <summary>A phrase asserts its lower bound only: one more contributor who agrees makes no phrase false, but "one".</summary>
    [Fact]
    public void Holds_OneMoreWhoAgrees_StaysTrue() => AnyBacking.Sample(backing =>
    {
        var more = backing with { Contributors = backing.Contributors + 1, Addressed = backing.Addressed + 1 };
        foreach (var rung in AttributionLadder.All.Where(rung => rung.Key != AttributionLadder.One && AttributionLadder.Holds(rung.Key, backing)))
            Assert.True(AttributionLadder.Holds(rung.Key, more), rung.Key);
    });

    [Fact]
    public void Holds_UnknownKey_Never() => Assert.False(AttributionLadder.Holds("everybody", new Backing { Contributors = 60, Addressed = 60 }));
}
