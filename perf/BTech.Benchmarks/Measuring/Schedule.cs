namespace BTech.Benchmarks.Measuring;

/// <summary>How long to warm up and to measure. Rounds alternate between product and limit, so that a noisy moment hits both.</summary>
/// <param name="WarmUp">For each side once.</param>
/// <param name="Measure">For each side in each round.</param>
/// <param name="Rounds">At least five.</param>
public sealed record Schedule(TimeSpan WarmUp, TimeSpan Measure, int Rounds)
{
    public static Schedule Quick { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3), 5);

    public static Schedule Full { get; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(12), 11);

    /// <summary>Warms both sides up, then measures them in turns.</summary>
    public async Task<IReadOnlyList<Round>> AlternateAsync(Func<TimeSpan, Task<double>> product, Func<TimeSpan, Task<double>> limit)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(limit);
        await product(WarmUp);
        await limit(WarmUp);
        var measured = new List<Round>();
        for (var round = 0; round < Rounds; round++) measured.Add(new Round(await product(Measure), await limit(Measure)));
        return measured;
    }
}
