using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>The phrases that a key point keeps from an earlier version, whatever is counted now.</summary>
public sealed class KeptPhrases
{
    internal KeptPhrases(IReadOnlySet<string> rungs) => Rungs = rungs;

    /// <summary>Keys of rungs as the claims ledger knows them (<see cref="AttributionLadder.Told"/>).</summary>
    internal IReadOnlySet<string> Rungs { get; }

    /// <summary>Whether a phrase tells one of them.</summary>
    public bool Allows(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Rungs.Contains(AttributionLadder.Told(key));
    }

    /// <summary>The rungs to choose from, the strongest claim first. Of phrases that tell the same, the one that was chosen stays.</summary>
    /// <param name="chosen">The phrase that the point has now; nothing where it has none.</param>
    public IReadOnlyList<Rung> Among(string? chosen) =>
        AttributionLadder.Among(Rungs.Select(rung => chosen is not null && AttributionLadder.Told(chosen) == rung ? chosen : rung).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a point tells these and no others.</summary>
    internal bool AreThoseOf(ToldPoint point) => Rungs.SetEquals(point.Rungs);
}
