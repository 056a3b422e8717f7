using BTech.Record.Disclosure;
using BTech.Testing;

namespace BTech.Record.Tests.Disclosure;

/// <summary>What the numbers around a statement give away, held against every way in which it can have come about.</summary>
public sealed class IntervalAuditTests
{
    private static readonly HashSet<string> None = [];

    [Fact]
    public void Disclosed_ManyPhrasesOverManyGroups_TellNothing()
    {
        var invited = Groups(("companies", 20, 3), ("states", 12, 2), ("academia", 8, 1));
        foreach (var rung in AttributionLadder.All) Assert.Empty(IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(rung.Key), []));
        Assert.Empty(IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(AttributionLadder.GroupPrefix + "companies"), [new Delegations("companies", 3, 3)]));
    }

    /// <summary>"A number of participants", and of the others only eight were invited: at least two of the two States are behind it.</summary>
    [Fact]
    public void Disclosed_TheOthersAreTooFew_AGroupMustBeBehindIt()
    {
        var invited = Groups(("companies", 5, 1), ("academia", 3, 1), ("states", 2, 1));
        Assert.Contains("states", IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(AttributionLadder.ANumber), []));
        Assert.Empty(IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(AttributionLadder.AFew), []));
    }

    /// <summary>Nine wrote at most and the word of a group needs nine: nobody else said it.</summary>
    [Fact]
    public void Disclosed_AGroupsWordTakesEverybodyWhoWrote_TheOthersAreNone()
    {
        var invited = Groups(("companies", 30, 4), ("states", 12, 2));
        Delegations[] delegations = [new("companies", 4, 4)];
        var companies = Told(AttributionLadder.GroupPrefix + "companies");
        Assert.Contains("states", IntervalAudit.Disclosed(invited, Band.FiveToNine, companies, delegations));
        Assert.Empty(IntervalAudit.Disclosed(invited, Band.TenOrMore, companies, delegations));
    }

    /// <summary>Four companies, one each: their word means all of them.</summary>
    [Fact]
    public void Disclosed_AGroupsWordMeansAllOfIt_IsTooMuch()
    {
        var invited = Groups(("companies", 4, 1), ("states", 20, 2));
        Assert.Contains("companies", IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(AttributionLadder.GroupPrefix + "companies"), [new Delegations("companies", 1, 1)]));
    }

    [Fact]
    public void Disclosed_TheLargestDelegationKnowsItKeptSilent_ThereAreTooFewOthers()
    {
        var invited = Groups(("companies", 8, 1), ("states", 9, 7));
        // With the seven of one ministry ten others were invited, of whom two are States.
        Assert.Contains("states", IntervalAudit.Disclosed(invited, Band.TenOrMore, Told(AttributionLadder.ANumber), []));
        Assert.Equal((2, 9), IntervalAudit.Range(invited, Band.TenOrMore, Told(AttributionLadder.ANumber), [], group => group.Label == "states"));
    }

    /// <summary>As many were invited as the phrase needs at the least: each of them said it, whether they are of one group or the whole window is.</summary>
    [Theory]
    [Invariant(23)]
    [InlineData(5, AttributionLadder.Some)]
    [InlineData(5, AttributionLadder.Noted)]
    [InlineData(6, AttributionLadder.Many)]
    [InlineData(10, AttributionLadder.ANumber)]
    public void Disclosed_AsManyInvitedAsThePhraseNeeds_IsAllOfThem(int all, string rung)
    {
        Assert.Equal(["companies"], IntervalAudit.Disclosed(Groups(("companies", all, 0)), Band.TenOrMore, Told(rung), []));
        Assert.Empty(IntervalAudit.Disclosed(Groups(("companies", all + 1, 0)), Band.TenOrMore, Told(rung), []));
        // Whoever of a delegation of two alone kept silent knows that all others said it.
        Assert.Equal(["companies"], IntervalAudit.Disclosed(Groups(("companies", all + 1, 2)), Band.TenOrMore, Told(rung), []));
        Assert.Empty(IntervalAudit.Disclosed(Groups(("companies", all + 3, 2)), Band.TenOrMore, Told(rung), []));
        // Who of the only organisation of the others knows that it kept silent is left with the group.
        Assert.Equal(["companies"], IntervalAudit.Disclosed(Groups(("companies", all, 0), ("states", 4, 4)), Band.TenOrMore, Told(rung), []));
        for (var states = 1; states < all; states++)
            Assert.Equal(["companies", "states"], IntervalAudit.Disclosed(Groups(("companies", all - states, 0), ("states", states, 0)), Band.TenOrMore, Told(rung), []));
    }

    /// <summary>A group's word needs more than its two largest delegations, so for every size from five to ten there are delegations by which it means the whole group.</summary>
    [Theory]
    [Invariant(23)]
    [InlineData(5, 2, 2)]
    [InlineData(6, 3, 2)]
    [InlineData(7, 3, 3)]
    [InlineData(8, 4, 3)]
    [InlineData(9, 4, 4)]
    [InlineData(10, 5, 4)]
    public void Disclosed_AGroupsWordMeansEveryMember_IsFoundForEverySize(int all, int largest, int second)
    {
        Delegations[] delegations = [new("companies", largest, second)];
        var companies = Told(AttributionLadder.GroupPrefix + "companies");
        foreach (var others in new[] { 0, 3, 30 })
        {
            Assert.Contains("companies", IntervalAudit.Disclosed(Groups(("companies", all, 0), ("states", others, 0)), Band.TenOrMore, companies, delegations));
            Assert.DoesNotContain("companies", IntervalAudit.Disclosed(Groups(("companies", all + 1, 0), ("states", others, 0)), Band.TenOrMore, companies, delegations));
        }
        // The word on how many beside it may ask for more than the delegations do.
        Assert.Equal(all == 10, IntervalAudit.Disclosed(Groups(("companies", 10, 0), ("states", 30, 0)), Band.TenOrMore, Told(AttributionLadder.Within("companies", AttributionLadder.AFew)), delegations).Contains("companies"));
        Assert.Contains("companies", IntervalAudit.Disclosed(Groups(("companies", 10, 0), ("states", 30, 0)), Band.TenOrMore, Told(AttributionLadder.Within("companies", AttributionLadder.ANumber)), delegations));
    }

    [Fact]
    public void PossibleSpeakers_OfAGroupsWord_AreItsMembersAlone()
    {
        InvitedGroup[] invited = [new("companies", "business", 12, 2), new("investors", "business", 4, 1), new("states", "states", 9, 1)];
        Assert.Equal(25, IntervalAudit.PossibleSpeakers(invited, Told(AttributionLadder.Some)));
        Assert.Equal(4, IntervalAudit.PossibleSpeakers(invited, Told(AttributionLadder.GroupPrefix + "investors")));
        Assert.Equal(16, IntervalAudit.PossibleSpeakers(invited, Told(AttributionLadder.GroupPrefix + "business")));
        Assert.Equal(25, IntervalAudit.PossibleSpeakers(invited, None));
        // With a word on how many beside it, and beside a phrase of all participants.
        Assert.Equal(4, IntervalAudit.PossibleSpeakers(invited, Told(AttributionLadder.Some, AttributionLadder.Within("investors", AttributionLadder.AFew))));
    }

    /// <summary>Every world up to a size, every phrase: the least and the most are those that counting through all cases finds.</summary>
    [Fact]
    [Invariant(23)]
    public void Range_InEverySmallWorld_IsThatOfAllCasesCountedThrough()
    {
        foreach (var sizes in Sizes(3, 4))
        {
            var invited = Groups(("a", sizes[0], 1), ("b", sizes[1], 1), ("c", sizes[2], 1));
            foreach (var rung in new[] { AttributionLadder.One, AttributionLadder.AFew, AttributionLadder.Some, AttributionLadder.ANumber, AttributionLadder.GroupPrefix + "a", AttributionLadder.Within("a", AttributionLadder.AFew) })
            {
                foreach (var told in new[] { Band.AFew, Band.FiveToNine, Band.TenOrMore })
                {
                    Delegations[] delegations = [new("a", 1, 0)];
                    var cases = Sizes(3, 4).Where(one => one.Zip(sizes).All(pair => pair.First <= pair.Second) && Fits(one, rung, told)).ToList();
                    if (cases.Count == 0) continue;
                    for (var group = 0; group < 3; group++)
                    {
                        var label = invited[group].Label;
                        Assert.Equal((cases.Min(one => one[group]), cases.Max(one => one[group])), IntervalAudit.Range(invited, told, Told(rung), delegations, one => one.Label == label));
                    }
                }
            }
        }
    }

    // Whoever made a statement was invited and is among the contributors; a group's word needs four of a group whose delegations are of one.
    private static bool Fits(int[] made, string rung, Band told) => made.Sum() is var all
        && all <= told switch { Band.AFew => 4, Band.FiveToNine => 9, _ => int.MaxValue }
        && rung switch { AttributionLadder.One => all == 1, AttributionLadder.AFew => all >= 2, AttributionLadder.Some => all >= 5, AttributionLadder.ANumber => all >= 10, _ => made[0] >= 4 };

    private static IEnumerable<int[]> Sizes(int groups, int most) => groups == 0
        ? [[]]
        : Sizes(groups - 1, most).SelectMany(rest => Enumerable.Range(0, most + 1).Select(size => rest.Append(size).ToArray()));

    private static List<InvitedGroup> Groups(params (string Label, int Invited, int Largest)[] groups) => [.. groups.Select(group => new InvitedGroup(group.Label, group.Label, group.Invited, group.Largest))];

    private static HashSet<string> Told(params string[] rungs) => [.. rungs];
}
