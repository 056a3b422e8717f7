using BTech.Record.Sealing;
using CsCheck;

namespace BTech.Record.Tests.Sealing;

public sealed class MergePlanTests
{
    private static readonly string[] Families = ["public", "business", "society"];

    /// <summary>Random worlds: up to nine groups in three families, delegations of random sizes, some of whom have sent; some carry no group.</summary>
    private static readonly Gen<(List<GroupSize> Groups, Dictionary<string, int> Sent, int K)> Worlds =
        Gen.Select(Gen.Select(Gen.Int[1, 12].List[0, 12], Gen.Int[0, 2], Gen.Double[0, 1]).List[1, 9], Gen.Int[0, 6], Gen.Int[5, 9])
            .Select((groups, unlabelled, k) =>
            {
                var sizes = new List<GroupSize>();
                var sent = new Dictionary<string, int>();
                for (var index = 0; index < groups.Count; index++)
                {
                    var (delegations, family, share) = groups[index];
                    var sorted = delegations.OrderDescending().ToList();
                    sizes.Add(new GroupSize($"g{index}", index + 1, Families[family], sorted.Sum(), sorted.Count, sorted.ElementAtOrDefault(0), sorted.ElementAtOrDefault(1)));
                    sent[$"g{index}"] = (int)Math.Round(sorted.Sum() * share);
                }
                if (unlabelled > 0) sent[""] = unlabelled;
                return (sizes, sent, k);
            });

    [Fact]
    public void For_AnyWorld_NoLabelNotEvenNoneStandsForFewerThanK() => Worlds.Sample(world =>
    {
        var plan = MergePlan.For(world.Groups, world.Sent, world.K);
        var total = world.Sent.Values.Sum();
        return plan.Contributors.Values.All(count => count >= world.K)
            && (plan.Unnamed == 0 || plan.Unnamed >= world.K || plan.Unnamed == total)
            && plan.Contributors.Values.Sum() + plan.Unnamed == total;
    });

    [Fact]
    public void For_AnyWorld_EveryLabelStandsForThreeOrganisationsAndOutweighsTwoDelegations() => Worlds.Sample(world =>
    {
        var plan = MergePlan.For(world.Groups, world.Sent, world.K);
        return plan.Contributors.All(label =>
        {
            var members = world.Groups.Where(group => plan.LabelOf(group.Label) == label.Key).ToList();
            var delegations = members.SelectMany(group => new[] { group.LargestDelegation, group.SecondDelegation }).OrderDescending().ToList();
            return members.Sum(group => group.Organisations) >= 3
                && label.Value >= Math.Max(world.K, Math.Max(delegations[0] + 3, delegations[0] + delegations[1] + 1))
                && label.Value == members.Sum(group => world.Sent[group.Label]);
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
            [new("companies", 1, "business", 12, 10, 2, 1), new("investors", 2, "business", 3, 3, 1, 1), new("states", 3, "public", 8, 8, 1, 1)],
            new Dictionary<string, int> { ["companies"] = 9, ["investors"] = 2, ["states"] = 6 }, 5);
        Assert.Equal(("business", "business", "states"), (plan.LabelOf("companies"), plan.LabelOf("investors"), plan.LabelOf("states")));
        Assert.Equal(0, plan.Unnamed);
    }

    [Fact]
    public void For_SmallRemainder_AbsorbsTheSmallestLabel()
    {
        var plan = MergePlan.For(
            [new("companies", 1, "business", 12, 10, 1, 1), new("states", 2, "public", 8, 8, 1, 1), new("academia", 3, "academia", 2, 2, 1, 1)],
            new Dictionary<string, int> { ["companies"] = 9, ["states"] = 6, ["academia"] = 2 }, 5);
        Assert.Equal(("companies", null, null), (plan.LabelOf("companies"), plan.LabelOf("states"), plan.LabelOf("academia")));
        Assert.Equal(8, plan.Unnamed);
    }
}
