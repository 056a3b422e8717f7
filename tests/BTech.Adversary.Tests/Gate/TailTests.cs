using BTech.Testing;

namespace BTech.Adversary.Tests.Gate;

/// <summary>The gate's arithmetic (I12) against published figures and by counting.</summary>
public sealed class TailTests
{
    [Theory(DisplayName = "I12: the Poisson limits are the published ones")]
    [Invariant(12)]
    [InlineData(1, 1e-3, 15)]
    [InlineData(1, 1e-6, 21)]
    [InlineData(5, 1e-3, 48)]
    [InlineData(5, 1e-6, 59)]
    [InlineData(20, 1e-3, 155)]
    [InlineData(20, 1e-6, 176)]
    [InlineData(20, 1e-3 / 50, 168)]
    public void PoissonQuantile_SixGroups_IsThePublishedLimit(int runs, double alpha, int limit) => Assert.Equal(limit, Tails.PoissonQuantile(6 * runs, alpha));

    [Fact]
    public void PoissonQuantile_OfMeanOne_IsThatOfTheSeries()
    {
        // 1 − e⁻¹ · Σ 1/k!: P(> 3) = 0.0190, P(> 4) = 0.00366.
        Assert.Equal(4, Tails.PoissonQuantile(1, 0.01));
        Assert.Equal(3, Tails.PoissonQuantile(1, 0.02));
    }

    [Theory]
    [InlineData(0.05, 1.959964)]
    [InlineData(1e-3, 3.290527)]
    [InlineData(1e-6, 4.891638)]
    public void NormalQuantile_TwoSided_IsThatOfTheTables(double alpha, double deviations) => Assert.Equal(deviations, Tails.NormalQuantile(alpha), 1e-5);

    [Fact]
    public void Drawing_SmallUrn_IsWhatCountingGives()
    {
        // Two marked of four, two drawn: 1, 4, 1 of 6.
        var chances = Tails.Drawing(4, 2, 2);
        Assert.Equal([1 / 6.0, 4 / 6.0, 1 / 6.0], chances, (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(1 / 36.0, Tails.Sum(chances, chances)[^1], 1e-12);
        Assert.Equal(4, Tails.Quantile(Tails.Sum(chances, chances), 0.02));
        Assert.Equal(3, Tails.Quantile(Tails.Sum(chances, chances), 0.03));
    }

    [Fact]
    public void FixedPoints_OfRandomPermutations_AreOneOnAverageWhateverTheGroup()
    {
        var random = new Random(4);
        foreach (var size in new[] { 8, 70 })
        {
            var numbers = Enumerable.Range(0, size).ToArray();
            var hits = 0;
            for (var run = 0; run < 4000; run++)
            {
                random.Shuffle(numbers);
                hits += numbers.Where((number, place) => number == place).Count();
            }
            Assert.InRange(hits, 4000 - 320, 4000 + 320);
        }
    }
}
