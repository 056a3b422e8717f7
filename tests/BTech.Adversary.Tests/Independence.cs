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
}
