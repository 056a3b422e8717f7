namespace BTech.Adversary.Tests;

/// <summary>Whether one order says anything about another.</summary>
internal static class Independence
{
    /// <summary>Standard deviations that chance exceeds once in a million times.</summary>
    public const double OneInAMillion = 4.9;

    /// <summary>Spearman's coefficient of a permutation with the natural order, in standard deviations of chance.</summary>
    public static double Deviation(IReadOnlyList<int> ranks) => Math.Abs(SignedDeviation(ranks));

    /// <summary>The same with its direction, for adding up over several runs.</summary>
    public static double SignedDeviation(IReadOnlyList<int> ranks)
    {
        double count = ranks.Count;
        var squares = ranks.Select((rank, place) => Math.Pow(rank - place, 2)).Sum();
        var rho = 1 - (6 * squares / (count * ((count * count) - 1)));
        return rho * Math.Sqrt(count - 1);
    }

    /// <summary>
    /// Whether two samples come from one distribution: the largest distance of their distribution functions, and how likely a larger one is if they do
    /// (the two-sample test of Kolmogorov and Smirnov, with the asymptotic series).
    /// </summary>
    public static (double Distance, double P) Kolmogorov(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (one, other) = (left.Order().ToArray(), right.Order().ToArray());
        double distance = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var value = Math.Min(one[i], other[j]);
            while (i < one.Length && one[i] <= value) i++;
            while (j < other.Length && other[j] <= value) j++;
            distance = Math.Max(distance, Math.Abs(((double)i / one.Length) - ((double)j / other.Length)));
        }
        var scaled = distance * Math.Sqrt((double)one.Length * other.Length / (one.Length + other.Length));
        var p = scaled < 0.2 ? 1 : 2 * Enumerable.Range(1, 100).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2 * k * k * scaled * scaled));
        return (distance, Math.Clamp(p, 0, 1));
    }
}
