namespace BTech.Adversary.Tests.Gate;

/// <summary>
/// What chance can do. Guessing without knowledge inside a group of N is a random permutation, with one hit on average whatever N is; over
/// C groups and R runs the hits are Poisson with mean R·C, because the number of fixed points of a random permutation tends to
/// Poisson with mean 1 (P. R. de Montmort, Essay d'analyse sur les jeux de hazard, 1708; W. Feller, An Introduction to Probability Theory
/// and Its Applications, volume 1, IV.4). A guess that names fewer pairs has fewer hits, so the gate holds for it as well. Sums are taken from the small end
/// of the tail, so that 10⁻¹² is as exact as 10⁻³.
/// </summary>
internal static class Tails
{
    /// <summary>The smallest q with P(Poisson(mean) &gt; q) ≤ alpha.</summary>
    public static int PoissonQuantile(double mean, double alpha)
    {
        var beyond = (int)(mean + (60 * Math.Sqrt(mean)) + 200);
        // From the far end inwards; what lies beyond it is below 10⁻³⁰⁰.
        double tail = 0;
        var logFactorial = Enumerable.Range(1, beyond).Sum(number => Math.Log(number));
        for (var count = beyond; count > 0; count--)
        {
            tail += Math.Exp((count * Math.Log(mean)) - mean - logFactorial);
            if (tail > alpha) return count;
            logFactorial -= Math.Log(count);
        }
        return 0;
    }

    /// <summary>The chances of 0, 1, 2 … marked ones among those drawn without putting back (hypergeometric).</summary>
    public static double[] Drawing(int all, int marked, int drawn)
    {
        var chances = new double[Math.Min(marked, drawn) + 1];
        for (var hits = Math.Max(0, drawn - (all - marked)); hits < chances.Length; hits++)
            chances[hits] = Math.Exp(LogChoose(marked, hits) + LogChoose(all - marked, drawn - hits) - LogChoose(all, drawn));
        return chances;
    }

    /// <summary>The chances of a sum of two independent counts.</summary>
    public static double[] Sum(double[] left, double[] right)
    {
        var sum = new double[left.Length + right.Length - 1];
        for (var i = 0; i < left.Length; i++)
            for (var j = 0; j < right.Length; j++) sum[i + j] += left[i] * right[j];
        return sum;
    }

    /// <summary>The smallest q that is exceeded with at most this chance.</summary>
    public static int Quantile(double[] chances, double alpha)
    {
        double tail = 0;
        for (var count = chances.Length - 1; count > 0; count--)
        {
            tail += chances[count];
            if (tail > alpha) return count;
        }
        return 0;
    }

    /// <summary>
    /// How many standard deviations chance exceeds, in either direction, with at most this chance. The tail of the normal distribution by Laplace's
    /// continued fraction (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.14); Spearman's coefficient of a random permutation, which cannot
    /// exceed 1, has thinner tails.
    /// </summary>
    public static double NormalQuantile(double alpha)
    {
        var (low, high) = (1.0, 40.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            if (2 * NormalTail(middle) > alpha) low = middle;
            else high = middle;
        }
        return high;
    }

    private static double NormalTail(double deviations)
    {
        var fraction = deviations;
        for (var step = 200; step > 0; step--) fraction = deviations + (step / fraction);
        return Math.Exp(-deviations * deviations / 2) / Math.Sqrt(2 * Math.PI) / fraction;
    }

    private static double LogChoose(int all, int some) =>
        Enumerable.Range(1, some).Sum(number => Math.Log(all - some + number) - Math.Log(number));
}
