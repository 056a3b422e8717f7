namespace BTech.Benchmarks.Measuring;

/// <summary>One round: the product's rate and the limit's rate, measured right after each other.</summary>
public sealed record Round(double Product, double Limit)
{
    public double Ratio => Limit <= 0 ? 0 : Product / Limit;
}
