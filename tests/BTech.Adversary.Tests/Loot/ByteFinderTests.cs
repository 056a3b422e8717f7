using System.Text;

namespace BTech.Adversary.Tests.Loot;

/// <summary>What the attackers search with finds what is there and nothing else.</summary>
public sealed class ByteFinderTests
{
    private static readonly ByteFinder Finder = new([.. new[] { "anna@example.org", "anna@example.net", "short", "berta@example.org" }.Select((word, number) => (Encoding.UTF8.GetBytes(word), number))]);

    [Fact]
    public void Find_WordsThatBeginAlike_ToldApartAtEveryPlace()
    {
        var found = Finder.Find("xanna@example.netanna@example.org, short"u8);
        Assert.Equal([(1, 1), (17, 0)], found);
        Assert.Empty(Finder.Find("anna@example.ne"u8));
    }

    [Fact]
    public void Single_OneOrSeveralNamed_OnlyOneCounts()
    {
        Assert.Equal(3, Finder.Single(["to berta@example.org"u8.ToArray(), null, "berta@example.org"u8.ToArray()]));
        Assert.Null(Finder.Single(["berta@example.org and anna@example.org"u8.ToArray()]));
        Assert.Null(Finder.Single([[]]));
    }
}
