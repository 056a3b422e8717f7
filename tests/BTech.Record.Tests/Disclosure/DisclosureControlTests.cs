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
    [InlineData(0, 0, false)]
    [InlineData(19, 19, false)]
    [InlineData(30, 30, false)] // all
    [InlineData(0, 30, false)] // none
    [InlineData(4, 30, false)] // all but so many, or so many, below k
    [InlineData(26, 30, false)]
    [InlineData(5, 30, true)]
    [InlineData(25, 30, true)]
    [Invariant(23)]
    public void Share_NeverOfFewNorAllNorNone(int contributors, int addressed, bool isTold) =>
        Assert.Equal(isTold, DisclosureControl.Share(contributors, addressed, 5) is not null);

    [Theory]
    [InlineData(5, 30, 20)] // 16.7
    [InlineData(25, 30, 80)]
    [InlineData(11, 40, 30)] // 27.5
    [Invariant(23)]
    public void Share_IsToldInTens(int contributors, int addressed, int percent) => Assert.Equal(percent, DisclosureControl.Share(contributors, addressed, 5)!.Percent);

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
