using System.Text.Json.Serialization;

namespace BTech.Benchmarks.Measuring;

/// <summary>What one work came to: the median ratio of its rounds against its bar.</summary>
/// <param name="Id">For example <c>P3a</c>.</param>
/// <param name="Work">In words.</param>
/// <param name="Unit">What the rates count per second.</param>
/// <param name="Bar">The ratio to reach.</param>
/// <param name="Measured">The rounds; empty when nothing could be measured.</param>
/// <param name="Remark">What else was seen, or why nothing was measured.</param>
public sealed record Result(string Id, string Work, string Unit, double Bar, IReadOnlyList<Round> Measured, string Remark = "")
{
    public double? Ratio => Measured.Count == 0 ? null : Median(Measured.Select(round => round.Ratio));

    public bool? Met => Ratio is { } ratio ? ratio >= Bar : null;

    public int Rounds => Measured.Count;

    /// <summary>Largest minus smallest ratio.</summary>
    public double? Spread => Measured.Count == 0 ? null : Measured.Max(round => round.Ratio) - Measured.Min(round => round.Ratio);

    [JsonIgnore]
    public double ProductMedian => Measured.Count == 0 ? 0 : Median(Measured.Select(round => round.Product));

    [JsonIgnore]
    public double LimitMedian => Measured.Count == 0 ? 0 : Median(Measured.Select(round => round.Limit));

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
