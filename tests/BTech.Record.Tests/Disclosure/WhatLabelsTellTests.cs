using BTech.Record.Sealing;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

/// <summary>
/// What can be concluded from the labels of a seal page by somebody who knows who was invited and how groups are joined. Each random world is
/// looked at with every number of contributors of every group; a failure names the world and the seed that makes it again.
/// </summary>
public sealed class WhatLabelsTellTests
{
    private const int Worlds = 1000;

    [Fact]
    public void I22_AnyWorld_NoLabelNotEvenNoneIsCarriedByOneToKMinusOneNorByTwoOrganisations() => InvitedWorld.Any.Sample(world =>
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
    public void I23_AnyWorld_LabelsConfineNoGroupNorSumOfGroupsToOneValueOrToOneOrTwo() => InvitedWorld.Any.Sample(world =>
    {
        var figures = world.Figures();
        var onlooker = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys);
        Assert.Empty(onlooker.Pages.SelectMany(onlooker.Disclosed));
    }, iter: Worlds);

    [Fact]
    public void I30_AnyWorld_ADelegationThatKnowsItsOwnPartLearnsNoOtherOrganisations() => InvitedWorld.Any.Sample(world =>
    {
        var figures = world.Figures();
        var onlooker = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys);
        var organisations = world.Delegations.Select(one => one.Organisation).Distinct();
        Assert.Empty(onlooker.Pages.SelectMany(page => organisations.SelectMany(organisation => onlooker.Learnt(page, organisation))));
    }, iter: Worlds / 5);

    /// <summary>The worlds are not all of the kind in which nothing may be named.</summary>
    [Fact]
    public void AnyWorld_ManyPages_TellLabels()
    {
        var pages = new List<string>();
        InvitedWorld.Any.Sample(world =>
        {
            var figures = world.Figures();
            var found = Onlooker.At(world, sent => MergePlan.For(figures, sent, world.K).Contributors.Keys).Pages;
            lock (pages) pages.AddRange(found);
        }, iter: 200);
        Assert.True(pages.Count(page => page.Contains("family", StringComparison.Ordinal)) > 20, $"{pages.Count(page => page.Contains("family", StringComparison.Ordinal))} name a family");
        Assert.True(pages.Count(page => page.Contains(" g", StringComparison.Ordinal)) > 20, $"{pages.Count(page => page.Contains(" g", StringComparison.Ordinal))} name a group");
    }
}
