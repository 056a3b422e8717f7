using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>The phrases that a key point keeps from an earlier version, whatever is counted now.</summary>
public sealed class KeptPhrases
{
    internal KeptPhrases(IReadOnlySet<string> rungs, IReadOnlySet<string> opening) => (Rungs, Opening) = (rungs, opening);

    /// <summary>Keys of rungs as the claims ledger knows them (<see cref="AttributionLadder.Told"/>).</summary>
    internal IReadOnlySet<string> Rungs { get; }

    /// <summary>Likewise of the sentence before its list, which may stay; none where that told nothing, or it stood in no list.</summary>
    internal IReadOnlySet<string> Opening { get; }

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

    /// <summary>Whether a point tells these and no others; what stood in a list may stand alone, and the other way round, but not in a list that is opened otherwise.</summary>
    internal bool AreThoseOf(ToldPoint point) => Rungs.SetEquals(point.Rungs) && (Opening.Count == 0 || point.Opening.Count == 0 || Opening.SetEquals(point.Opening));
}
