namespace BTech.Record.Disclosure;

/// <summary>What stands behind a key point, in distinct contributors whose inputs are kept.</summary>
internal sealed record Backing
{
    /// <summary>n: how many said it.</summary>
    public required int Contributors { get; init; }

    /// <summary>N: how many addressed the focus area, or wrote at all for a point on several areas.</summary>
    public required int Addressed { get; init; }

    /// <summary>How many said otherwise, as recorded on the point.</summary>
    public int Contrary { get; init; }

    /// <summary>Whether every counter-view under the same themes is recorded on the point; true where there is none.</summary>
    public bool ContraryIsRecorded { get; init; } = true;

    /// <summary>How many of <see cref="Contributors"/> carry each published label; those without a label are in none.</summary>
    public IReadOnlyDictionary<string, int> ByLabel { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// How many of <see cref="ByLabel"/> count for their group's word: those whose words are in a language that enough of the group wrote in.
    /// Whoever chooses the words sees their language and whether the group may be named; alone in both, an author would be known by it.
    /// </summary>
    public IReadOnlyDictionary<string, int> SpeakingAsGroup { get; init; } = new Dictionary<string, int>();

    /// <summary>The delegations of the groups whose label is published.</summary>
    public IReadOnlyCollection<Delegations> Delegations { get; init; } = [];
}
