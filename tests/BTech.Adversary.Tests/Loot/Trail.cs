namespace BTech.Adversary.Tests.Loot;

/// <summary>A place in the artefacts that names people, contributors or author tags in an order of its own.</summary>
/// <param name="Place">Table and column, file, or what an observer outside knows.</param>
/// <param name="Subjects">Who is named, in order; some more than once.</param>
/// <param name="Times">The clock beside each, where there is one.</param>
internal sealed record Trail(string Place, IReadOnlyList<int> Subjects, IReadOnlyList<double>? Times = null)
{
    /// <summary>Each subject once, by the first place or by the last.</summary>
    public IReadOnlyList<int> Once(bool byLast) => byLast ? [.. Subjects.Reverse().Distinct().Reverse()] : [.. Subjects.Distinct()];
}
