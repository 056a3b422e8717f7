using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting;

/// <summary>Whether the numbers behind a place of a report allow a phrase there: behind a key point its own, behind the sentence before a list those of all its points.</summary>
/// <param name="backings">By id of the key point or the list.</param>
/// <param name="final">For a frozen round: the phrases that each key point may use for good.</param>
/// <param name="onImports">Key points that no participant stands behind.</param>
internal sealed class SupportedClaims(
    IReadOnlyDictionary<Guid, PointBacking> backings, IReadOnlyDictionary<Guid, IReadOnlySet<string>>? final, IReadOnlySet<Guid> onImports)
{
    /// <summary>What an earlier version told of a key point and must stay as it was told, by the point's id.</summary>
    public IReadOnlyDictionary<Guid, KeptPhrases> AsTold { get; init; } = new Dictionary<Guid, KeptPhrases>();

    /// <summary>Whether the phrase of this rung holds here. Where no participants speak, none does.</summary>
    public bool Hold(TextPlace place, string rung)
    {
        if (place.Statement is { } statement) return statement is KeyPoint point && Hold(point, rung);
        if (place.Block is not { } block) return false;
        if (WasTold(block, rung)) return true;
        // Nobody can be counted any more: what one of the points may say, its list may say too.
        return final is null ? HoldsAt(block.Id, rung) : block.Statements.Exists(point => point is KeyPoint && HoldsAt(point.Id, rung));
    }

    /// <summary>Whether the phrase of this rung may open a key point or stand in its sentence.</summary>
    public bool Hold(KeyPoint point, string rung) => !onImports.Contains(point.Id) && HoldsAt(point.Id, rung);

    /// <summary>Whether a rung holds here for the members of one group alone, who must be enough for their word as well.</summary>
    public bool HoldWithin(TextPlace place, string group, string rung)
    {
        if (place.Statement is { } told && WasTold(told.Id, AttributionLadder.Within(group, rung))) return true;
        if (place is { Statement: null, Block: { } list } && WasTold(list, AttributionLadder.Within(group, rung))) return true;
        if (!Hold(place, AttributionLadder.GroupPrefix + group) || final is not null || rung is not (AttributionLadder.AFew or AttributionLadder.Some or AttributionLadder.ANumber)) return false;
        return backings.TryGetValue(place.Statement?.Id ?? place.Block!.Id, out var backing)
            && AttributionLadder.Holds(rung, backing.Backing with { Contributors = backing.Backing.SpeakingAsGroup.GetValueOrDefault(group) });
    }

    /// <summary>The contributions on which a key point rests, once they are known.</summary>
    public IReadOnlyList<Guid> InputsBehind(KeyPoint point) => backings.TryGetValue(point.Id, out var backing) ? backing.Inputs : [];

    // By the sentence before the list of one of its points, in an earlier version.
    private bool WasTold(Block list, string rung) => list.Statements.Exists(point => AsTold.GetValueOrDefault(point.Id)?.Opening.Contains(AttributionLadder.Told(rung)) == true);

    private bool WasTold(Guid id, string rung) => AsTold.GetValueOrDefault(id)?.Allows(rung) == true;

    private bool HoldsAt(Guid id, string rung) => WasTold(id, rung) || (final is not null
        ? final.TryGetValue(id, out var kept) && kept.Contains(rung)
        : backings.TryGetValue(id, out var backing) && AttributionLadder.Holds(rung, backing.Backing));
}
