using BTech.Record.Sealing;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Sealing;

public sealed class MergePlanTests
{
    private static readonly string[] Families = ["public", "business", "society"];

    /// <summary>
    /// Random worlds: up to nine groups in three families, invited from up to fifteen organisations of which some have people in several groups,
    /// some of whom have sent; some contributors carry no group.
    /// </summary>
    private static readonly Gen<World> Worlds =
        Gen.Select(Gen.Select(Gen.Select(Gen.Int[0, 14], Gen.Int[1, 12]).List[0, 12], Gen.Int[0, 2], Gen.Double[0, 1]).List[1, 9], Gen.Int[0, 6], Gen.Int[5, 9])
            .Select((groups, unlabelled, k) =>
            {
                var invited = groups.SelectMany((group, index) => group.Item1.Select(one => new Delegation($"g{index}", Families[group.Item2], one.Item1, one.Item2))).ToList();
                var sizes = groups.Select((group, index) => new GroupSize(
                    $"g{index}", index + 1, Families[group.Item2], group.Item1.Sum(one => one.Item2),
                    ReachOf(invited.Where(one => one.Group == $"g{index}")), ReachOf(invited.Where(one => one.Family == Families[group.Item2])))).ToList();
                var sent = groups.Select((group, index) => ($"g{index}", (int)Math.Round(group.Item1.Sum(one => one.Item2) * group.Item3))).ToDictionary();
                if (unlabelled > 0) sent[""] = unlabelled;
                return new World(sizes, invited, sent, k);
            });

    [Fact]
    [Invariant(22)]
    public void For_AnyWorld_NoLabelNotEvenNoneStandsForFewerThanK() => Worlds.Sample(world =>
    {
        var plan = MergePlan.For(world.Groups, world.Sent, world.K);
        var total = world.Sent.Values.Sum();
        return plan.Contributors.Values.All(count => count >= world.K)
            && (plan.Unnamed == 0 || plan.Unnamed >= world.K || plan.Unnamed == total)
            && plan.Contributors.Values.Sum() + plan.Unnamed == total;
    });

    [Fact]
    [Invariant(22)]
    public void For_AnyWorld_EveryLabelStandsForThreeOrganisationsAndOutweighsTwoDelegations() => Worlds.Sample(world =>
    {
        var plan = MergePlan.For(world.Groups, world.Sent, world.K);
        return plan.Contributors.All(label =>
        {
            var carriers = world.Groups.Where(group => plan.LabelOf(group.Label) == label.Key).ToList();
            // Whoever reads the word thinks of everybody invited under it: of the whole family where the word is the family's.
            var delegations = world.Invited.Where(one => Families.Contains(label.Key) ? one.Family == label.Key : one.Group == label.Key)
                .GroupBy(one => one.Organisation).Select(organisation => organisation.Sum(one => one.Size)).OrderDescending().ToList();
            return delegations.Count >= 3
                && label.Value >= Math.Max(world.K, Math.Max(delegations[0] + 3, delegations[0] + delegations[1] + 1))
                && label.Value == carriers.Sum(group => world.Sent[group.Label]);
        });
    });

    [Fact]
    public void For_AnyWorld_NoFamilyNameStandsBesideOneOfItsGroups() => Worlds.Sample(world =>
    {
        var plan = MergePlan.For(world.Groups, world.Sent, world.K);
        return world.Groups.GroupBy(group => group.Family).All(family =>
            !plan.Contributors.ContainsKey(family.Key) || family.All(group => plan.LabelOf(group.Label) is null || plan.LabelOf(group.Label) == family.Key));
    });

    [Fact]
    public void For_GroupTooSmall_TakesItsFamilyAlong()
    {
        var plan = MergePlan.For(
            [Size("companies", 1, "business", 12, 10, 13), Size("investors", 2, "business", 3, 3, 13), Size("states", 3, "public", 8, 8, 8)],
            new Dictionary<string, int> { ["companies"] = 9, ["investors"] = 2, ["states"] = 6 }, 5);
        Assert.Equal(("business", "business", "states"), (plan.LabelOf("companies"), plan.LabelOf("investors"), plan.LabelOf("states")));
        Assert.Equal(0, plan.Unnamed);
    }

    [Theory]
    [InlineData(7, "companies")]
    [InlineData(6, null)] // With six invited, all of whom write alone, a name for the companies would say that States have written.
    public void For_SmallRemainder_TakesInTheLabelOfFewerInvited(int academics, string? ofCompanies)
    {
        var plan = MergePlan.For(
            [Size("companies", 1, "business", 30, 10, 10), Size("states", 2, "public", 20, 8, 8), Size("academia", 3, "academia", academics, 2, 2)],
            new Dictionary<string, int> { ["companies"] = 6, ["states"] = 9, ["academia"] = 2 }, 5);
        Assert.Equal((ofCompanies, null, null), (plan.LabelOf("companies"), plan.LabelOf("states"), plan.LabelOf("academia")));
        Assert.Equal(ofCompanies is null ? 17 : 11, plan.Unnamed);
    }

    [Fact]
    public void For_FewerThanTen_NamesNobody() =>
        Assert.Empty(MergePlan.For([Size("companies", 1, "business", 30, 10, 10)], new Dictionary<string, int> { ["companies"] = 9 }, 5).Contributors);

    [Fact]
    public void For_OneOrganisationInTwoGroups_CountsItOnce()
    {
        // One organisation has four people in one group and three in the other: seven of the nine may be its own.
        var business = new Reach(4, 7, 1);
        var plan = MergePlan.For(
            [new("companies", 1, "business", 6, new Reach(3, 4, 1), business), new("investors", 2, "business", 4, new Reach(2, 3, 1), business)],
            new Dictionary<string, int> { ["companies"] = 5, ["investors"] = 4 }, 5);
        Assert.Empty(plan.Contributors);
        Assert.Equal(9, plan.Unnamed);
    }

    /// <summary>
    /// In the frozen figures those on the record are missing, whether or not they wrote as well: more may have sent than still count as invited.
    /// </summary>
    [Fact]
    [Invariant(22)]
    public void For_AnyWorldLessThoseOnTheRecord_StillHidesEverybody() => Gen.Select(Worlds, Gen.Int[0, 9].List[9, 9]).Sample((world, onRecord) =>
    {
        var groups = world.Groups.ConvertAll(group => group with { Invited = Math.Max(0, group.Invited - onRecord[group.Position - 1]) });
        var plan = MergePlan.For(groups, world.Sent, world.K);
        var total = world.Sent.Values.Sum();
        return plan.Contributors.Values.All(count => count >= world.K)
            && (plan.Unnamed == 0 || plan.Unnamed >= world.K || plan.Unnamed == total)
            && plan.Contributors.Values.Sum() + plan.Unnamed == total;
    });

    [Fact]
    public void For_GroupThatOnlyStandsWithThoseOnTheRecord_LosesItsName()
    {
        // Seven from as many organisations would be enough; six are not, however many wrote.
        var sent = new Dictionary<string, int> { ["companies"] = 7, [""] = 6 };
        Assert.Equal("companies", MergePlan.For([Size("companies", 1, "business", 9, 9, 9)], sent, 5).LabelOf("companies"));
        Assert.Null(MergePlan.For([Size("companies", 1, "business", 6, 6, 6)], sent, 5).LabelOf("companies"));
    }

    private static GroupSize Size(string label, int position, string family, int invited, int organisations, int familyOrganisations) =>
        new(label, position, family, invited, new Reach(organisations, 1, 1), new Reach(familyOrganisations, 1, 1));

    private static Reach ReachOf(IEnumerable<Delegation> invited)
    {
        var sizes = invited.GroupBy(one => one.Organisation).Select(organisation => organisation.Sum(one => one.Size)).OrderDescending().ToList();
        return new Reach(sizes.Count, sizes.ElementAtOrDefault(0), sizes.ElementAtOrDefault(1));
    }

    private sealed record Delegation(string Group, string Family, int Organisation, int Size);

    private sealed record World(List<GroupSize> Groups, List<Delegation> Invited, Dictionary<string, int> Sent, int K);
}
