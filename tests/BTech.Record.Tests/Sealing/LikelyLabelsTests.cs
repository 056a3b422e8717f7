using BTech.Record.Sealing;

namespace BTech.Record.Tests.Sealing;

/// <summary>Before inviting: what would be named, and what is lacking.</summary>
public sealed class LikelyLabelsTests
{
    [Theory]
    [InlineData(20, true, null, null, null)]
    [InlineData(30, true, "civil-society", "business", "business")]
    [InlineData(50, true, "civil-society", "companies", "investors")]
    [InlineData(10, false, null, null, null)]
    public void At_AShareOfResponse_NamesJoinsOrLeavesUnnamedAsTheSealWould(int percent, bool isOpened, string? civil, string? companies, string? investors)
    {
        GroupSize[] groups = [Group("companies", 1, "business", 10, 20), Group("investors", 2, "business", 10, 20), Group("civil-society", 3, "civil-society", 30, 30)];
        var likely = LikelyLabels.At(percent, groups, 5);
        Assert.Equal((isOpened, civil, companies, investors), (likely.IsOpened, likely.LabelOf("civil-society"), likely.LabelOf("companies"), likely.LabelOf("investors")));
        // As the seal decides: the same plan, not one of its own.
        if (isOpened)
        {
            var plan = MergePlan.For(groups, groups.ToDictionary(group => group.Label, group => group.Invited * percent / 100), 5);
            Assert.All(groups, group => Assert.Equal(plan.LabelOf(group.Label), likely.LabelOf(group.Label)));
        }
    }

    [Theory]
    [InlineData(2, 1, 2, 0, 6, 5)]
    [InlineData(6, 6, 1, 1, 1, 5)]
    [InlineData(7, 7, 1, 1, 0, 5)]
    [InlineData(12, 4, 4, 3, 3, 8)]
    [InlineData(40, 2, 20, 20, 41, 41)]
    [InlineData(100, 2, 3, 3, 1, 7)]
    public void Need_OfAGroup_IsJustEnough(int invited, int organisations, int largest, int second, int people, int senders)
    {
        var reach = new Reach(organisations, largest, second);
        Assert.Equal(new GroupNeed(people, senders), GroupNeed.Of(new GroupSize("a", 1, "a", invited, reach, reach), 5));
    }

    private static GroupSize Group(string label, int position, string family, int invited, int inFamily) =>
        new(label, position, family, invited, new Reach(invited, 1, 1), new Reach(inFamily, 1, 1));
}
