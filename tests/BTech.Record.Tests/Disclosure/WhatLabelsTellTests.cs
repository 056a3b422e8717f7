using BTech.Record.Sealing;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

/// <summary>
/// What can be concluded from the labels of a seal page by somebody who knows who was invited and how groups are joined. Each random world is
/// looked at with every number of contributors of every group; a failure names the world and the seed that makes it again.
/// </summary>
public sealed class WhatLabelsTellTests
{
    // Each world stands for some thousand: one for every number of contributors of every group.
    private static readonly int Worlds = Environment.GetEnvironmentVariable("TEST_FULL") == "1" ? 4_000 : 250;

    private static readonly Dictionary<string, Func<InvitedWorld, IReadOnlyDictionary<string, int>, IEnumerable<string>>> Weak = new()
    {
        ["every group of k is named"] = (world, sent) => world.Groups.Where(group => sent[group] >= world.K),
        ["every family of k is named"] = (world, sent) => Families(world, sent).Where(family => family.Sent >= world.K).Select(family => family.Name),
        ["the rest takes in a name only where one to k − 1 are left over"] = (world, sent) =>
        {
            var named = Families(world, sent).Where(family => family.Sent >= world.K).OrderByDescending(family => family.Sent).ToList();
            while (named.Count > 0 && sent.Values.Sum() - named.Sum(family => family.Sent) is > 0 and var rest && rest < world.K) named.RemoveAt(named.Count - 1);
            return named.Select(family => family.Name);
        },
    };

    [Fact]
    [Invariant(22)]
    public void AnyWorld_NoLabelNotEvenNoneIsCarriedByOneToKMinusOneNorByTwoOrganisations() => InvitedWorld.Any.Sample(world =>
    {
        var figures = world.Figures();
        Onlooker.At(world, sent =>
        {
            var plan = MergePlan.For(figures, sent, world.K);
            Assert.Equal(sent.Values.Sum(), plan.Contributors.Values.Sum() + plan.Unnamed);
            Assert.True(plan.Unnamed == 0 || plan.Unnamed >= world.K, $"{plan.Unnamed} without a label");
            foreach (var (label, contributors) in plan.Contributors)
            {
                var carriers = world.Groups.Where(group => plan.LabelOf(group) == label).ToList();
                Assert.Equal(carriers.Sum(group => sent[group]), contributors);
                Assert.True(contributors >= world.K, $"{label}: {contributors}");
                Assert.True(world.Delegations.Where(one => carriers.Contains(one.Group)).Select(one => one.Organisation).Distinct().Count() >= 3, label);
            }
            return plan.Contributors.Keys;
        });
    }, iter: Worlds);

    [Fact]
    [Invariant(23)]
    public void AnyWorld_LabelsConfineNoGroupNorSumOfGroupsToOneValueOrToOneOrTwo() => InvitedWorld.Any.Sample(world =>
    {
        var figures = world.Figures();
        var onlooker = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys);
        Assert.Empty(onlooker.Pages.SelectMany(onlooker.Disclosed));
    }, iter: Worlds);

    [Fact]
    [Invariant(30)]
    public void AnyWorld_ADelegationThatKnowsItsOwnPartLearnsNoOtherOrganisations() => InvitedWorld.Any.Sample(world =>
    {
        var figures = world.Figures();
        var onlooker = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys);
        var organisations = world.Delegations.Select(one => one.Organisation).Distinct();
        Assert.Empty(onlooker.Pages.SelectMany(page => organisations.SelectMany(organisation => onlooker.Learnt(page, organisation))));
    }, iter: Worlds / 4);

    /// <summary>Plans that hide less than ours, each in one respect; the onlooker must see through every one of them.</summary>
    public static TheoryData<string> WeakPlans => [.. Weak.Keys];

    [Theory]
    [MemberData(nameof(WeakPlans))]
    [Invariant(23)]
    public void PlantedWeakPlan_IsSeenThrough(string plan) =>
        AssertSeen(plan, worlds: 100, (onlooker, _) => onlooker.Pages.SelectMany(onlooker.Disclosed).Any());

    [Theory]
    [MemberData(nameof(WeakPlans))]
    [Invariant(30)]
    public void PlantedWeakPlan_TeachesADelegation(string plan) => AssertSeen(plan, worlds: 40, (onlooker, world) =>
    {
        var organisations = world.Delegations.Select(one => one.Organisation).Distinct().Take(3);
        return onlooker.Pages.SelectMany(page => organisations.SelectMany(organisation => onlooker.Learnt(page, organisation))).Any();
    });

    /// <summary>
    /// The worlds are not all of the kind in which nothing may be named. Of 200 worlds 15 to 40 pages name a group (25 runs), so that 600 are
    /// far from the bound.
    /// </summary>
    [Fact]
    public void AnyWorld_ManyPages_TellLabels()
    {
        var pages = new List<string>();
        InvitedWorld.Any.Sample(world =>
        {
            var figures = world.Figures();
            var found = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys).Pages;
            lock (pages) pages.AddRange(found);
        }, iter: 600);
        Assert.True(pages.Count(page => page.Contains("family", StringComparison.Ordinal)) > 20, $"{pages.Count(page => page.Contains("family", StringComparison.Ordinal))} name a family");
        Assert.True(pages.Count(page => page.Contains(" g", StringComparison.Ordinal)) > 20, $"{pages.Count(page => page.Contains(" g", StringComparison.Ordinal))} name a group");
    }

    private static IEnumerable<(string Name, int Sent)> Families(InvitedWorld world, IReadOnlyDictionary<string, int> sent) =>
        world.Groups.GroupBy(group => world.FamilyOf[group]).Select(family => (family.Key, family.Sum(group => sent[group])));

    private static void AssertSeen(string plan, int worlds, Func<Onlooker, InvitedWorld, bool> sees)
    {
        var seen = 0;
        InvitedWorld.Any.Sample(world =>
        {
            if (sees(Onlooker.At(world, sent => Weak[plan](world, sent)), world)) Interlocked.Increment(ref seen);
        }, iter: worlds);
        Assert.True(seen > 0, plan);
    }
}
