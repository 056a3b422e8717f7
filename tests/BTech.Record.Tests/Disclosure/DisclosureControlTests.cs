using BTech.Record.Disclosure;
using BTech.Record.Sealing;
using BTech.Testing;

namespace BTech.Record.Tests.Disclosure;

public sealed class DisclosureControlTests
{
    [Theory]
    [Invariant(23)]
    [InlineData(4, 5, 1, 1, Band.None)]
    [InlineData(5, 5, 1, 1, Band.FiveToNine)]
    [InlineData(5, 6, 1, 1, Band.None)]
    [InlineData(5, 3, 0, 0, Band.FiveToNine)]
    [InlineData(6, 5, 4, 1, Band.None)]
    [InlineData(7, 5, 4, 1, Band.FiveToNine)]
    [InlineData(8, 5, 4, 3, Band.None)]
    [InlineData(9, 5, 5, 3, Band.None)]
    [InlineData(10, 5, 5, 3, Band.TenOrMore)]
    [InlineData(10, 5, 6, 5, Band.None)]
    [InlineData(12, 5, 6, 5, Band.TenOrMore)]
    public void ForParagraph_TellsNothingOfFewerThanCouldCarryAName(int voices, int k, int largest, int second, Band band) =>
        Assert.Equal(band, DisclosureControl.ForParagraph(voices, k, (largest, second)).Band);

    [Theory]
    [InlineData(0, Band.None)]
    [InlineData(1, Band.None)]
    [InlineData(2, Band.AFew)]
    [InlineData(4, Band.AFew)]
    [InlineData(5, Band.FiveToNine)]
    [InlineData(9, Band.FiveToNine)]
    [InlineData(10, Band.TenOrMore)]
    [InlineData(4000, Band.TenOrMore)]
    [Invariant(23)]
    public void ForPublic_TellsTheBandAndNothingOfNoneOrOne(int number, Band band)
    {
        Assert.Equal(band, DisclosureControl.ForPublic(number).Band);
        Assert.Equal(band, DisclosureControl.AsTold(DisclosureControl.ForPublic(number).ToString()).Band);
    }

    [Fact]
    public void ForTeam_TellsTheNumber() => Assert.Equal((1, "1,234"), (DisclosureControl.ForTeam(1).Number, In("en", () => DisclosureControl.ForTeam(1234).ToString())));

    [Theory]
    [InlineData(7, 20, false)] // 35 %, told as "more than 30 per cent"
    [InlineData(20, 20, true)]
    public void MayBeSaidOfMoreThan_Shares_AssertTheirLowerBoundOnly(int contributors, int addressed, bool isOverSixty)
    {
        Assert.True(DisclosureControl.MayBeSaidOfMoreThan(30, contributors, addressed));
        Assert.Equal(isOverSixty, DisclosureControl.MayBeSaidOfMoreThan(60, contributors, addressed));
        Assert.False(DisclosureControl.MayBeSaidOfMoreThan(30, 19, 19));
    }

    [Theory]
    [InlineData(10, 9, 9, 9, 1, 1, false)] // nineteen passages
    [InlineData(10, 10, 9, 9, 1, 1, true)]
    [InlineData(30, 0, 9, 0, 1, 1, false)] // all
    [InlineData(0, 30, 0, 9, 1, 1, false)] // none
    [InlineData(15, 15, 4, 9, 1, 1, false)] // fewer than k on one side
    [InlineData(15, 15, 9, 4, 1, 1, false)]
    [InlineData(15, 15, 5, 5, 1, 1, true)]
    [InlineData(15, 15, 6, 6, 4, 2, false)] // as many as could be of two delegations
    [InlineData(15, 15, 7, 7, 4, 2, true)]
    [Invariant(23)]
    public void Share_NeverOfFewNorAllNorNone(int passagesIn, int passagesOut, int voicesIn, int voicesOut, int largest, int second, bool isTold) =>
        Assert.Equal(isTold, DisclosureControl.Share((passagesIn, passagesOut), (voicesIn, voicesOut), 5, (largest, second)) is not null);

    [Theory]
    [InlineData(5, 25, 20)] // 16.7
    [InlineData(25, 5, 80)]
    [InlineData(11, 29, 30)] // 27.5
    [InlineData(5, 295, 10)] // 1.7, and never none
    [InlineData(295, 5, 90)]
    [Invariant(23)]
    public void Share_IsToldInTens(int passagesIn, int passagesOut, int percent) =>
        Assert.Equal(percent, DisclosureControl.Share((passagesIn, passagesOut), (5, 5), 5, (1, 1))!.Percent);

    /// <summary>k below five is never granted, whatever a window asks for.</summary>
    [Theory]
    [InlineData(4, 12, false)]
    [InlineData(5, 6, false)] // so few invited that each has nearly certainly written
    [InlineData(5, 7, true)]
    [Invariant(22)]
    public void MayBeNamed_AsksForAtLeastFiveAndForRoom(int contributors, int invited, bool may) =>
        Assert.Equal(may, DisclosureControl.MayBeNamed(contributors, invited, new Reach(6, 1, 1), 2));

    [Fact]
    [Invariant(22)]
    public void MayBeNamed_TwoOrganisations_Never() => Assert.False(DisclosureControl.MayBeNamed(50, 100, new Reach(2, 3, 3), 5));

    private static string In(string culture, Func<string> said)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            return said();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
