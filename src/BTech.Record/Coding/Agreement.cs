namespace BTech.Record.Coding;

/// <summary>How far people agree who code the same material independently of each other.</summary>
public static class Agreement
{
    /// <summary>
    /// Krippendorff's alpha for nominal values: 1 is perfect agreement, 0 what chance would give, below 0 is systematic disagreement. After
    /// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: coincidences within units of two values and more, any number
    /// of coders, missing values left out.
    /// </summary>
    /// <param name="units">For each unit the values given to it, in any order; units with fewer than two say nothing about agreement.</param>
    /// <returns>At most 1; nothing when no two values can be paired, or all are the same, so that agreement cannot be told from a lack of variation.</returns>
    public static double? Alpha<T>(IEnumerable<IReadOnlyCollection<T>> units)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(units);
        var totals = new Dictionary<T, long>();
        var disagreeing = 0.0;
        foreach (var unit in units.Where(unit => unit.Count > 1))
        {
            var counts = unit.CountBy(value => value).ToList();
            foreach (var (value, count) in counts) totals[value] = totals.GetValueOrDefault(value) + count;
            // Ordered pairs of unequal values, each weighed by 1 / (m - 1), so that a unit weighs as many values as it has.
            disagreeing += counts.Sum(value => (double)value.Value * (unit.Count - value.Value)) / (unit.Count - 1);
        }
        var all = totals.Values.Sum();
        var expected = totals.Values.Sum(total => (double)total * (all - total));
        return expected > 0 ? 1 - ((all - 1) * disagreeing / expected) : null;
    }
}
