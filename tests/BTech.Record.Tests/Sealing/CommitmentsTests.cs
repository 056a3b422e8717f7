using System.Security.Cryptography;
using BTech.Record.Sealing;

namespace BTech.Record.Tests.Sealing;

public sealed class CommitmentsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Covers_EveryLeafAndNoOther(int count)
    {
        var leaves = Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetBytes(Commitments.HashBytes)).ToList();
        var padded = Commitments.Padded(leaves);
        Assert.All(leaves, leaf => Assert.True(Commitments.Covers(padded, leaf)));
        for (var other = 0; other < 100; other++) Assert.False(Commitments.Covers(padded, RandomNumberGenerator.GetBytes(Commitments.HashBytes)));
        // The first and the last of all, dummies among them.
        Assert.True(Commitments.Covers(padded, padded.AsSpan(0, Commitments.HashBytes)));
        Assert.True(Commitments.Covers(padded, padded.AsSpan(padded.Length - Commitments.HashBytes)));
        Assert.False(Commitments.Covers([], padded.AsSpan(0, Commitments.HashBytes)));
    }

    [Fact]
    public void Padded_HoldsAtLeast64AndAPowerOfTwo()
    {
        foreach (var (count, expected) in new[] { (0, 64), (64, 64), (65, 128), (1000, 1024) })
            Assert.Equal(expected * Commitments.HashBytes, Commitments.Padded([.. Enumerable.Range(0, count).Select(_ => new byte[Commitments.HashBytes])]).Length);
    }
}
