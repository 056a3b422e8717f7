using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>
/// What the readers of a report know from its earlier versions, withdrawn ones too, and what the next one may therefore tell. Whoever lays two
/// versions side by side sees each phrase that differs; if one or two contributors were enough to change it, the difference would tell of them.
/// So a phrase stays until three have changed since it was first told, though one of them has gone meanwhile; and a point that comes or goes rests on three.
/// </summary>
/// <param name="versions">The earlier versions, the first one first.</param>
/// <param name="now">All that the next one tells.</param>
internal sealed class ToldBefore(IReadOnlyList<ToldVersion> versions, IReadOnlyList<ToldPoint> now)
{
    /// <summary>How many contributors must have changed, or stand behind what comes or goes.</summary>
    public const int Fewest = 3;

    /// <summary>Nothing was public before.</summary>
    public static ToldBefore Nothing { get; } = new([], []);

    /// <summary>
    /// The point of the version before that a point goes on from: under the same lineage, with the same key phrase, or, if that point is gone, on the same
    /// passages for the most part. Taking a point out and writing it in again makes no other one of it.
    /// </summary>
    public ToldPoint? Of(ToldPoint point) =>
        Known(point) ?? (versions.Count == 0 ? null : versions[^1].Points.FirstOrDefault(one => point.RestsOnMuchOf(one) && now.All(other => Known(other) != one)));

    /// <summary>
    /// The phrases that a point keeps from the version before, because fewer than three have changed since they were first told: these and no others,
    /// whatever is counted now. Nothing for a new point, and where three or more have changed.
    /// </summary>
    public IReadOnlySet<string>? Kept(ToldPoint point) => Of(point) is { } before && point.ChangedSince(First(before)) < Fewest ? before.Rungs : null;

    /// <summary>Whether a point tells something else than it may.</summary>
    public bool IsChanged(ToldPoint point) => Kept(point) is { } kept && !kept.SetEquals(point.Rungs);

    /// <summary>Whether it came without enough behind it.</summary>
    public bool HasAppeared(ToldPoint point) => versions.Count > 0 && Known(point) is null && point.InFavour.Count < Fewest;

    /// <summary>
    /// The points of the version before that are gone and rested on too few. None where that version was withdrawn: somebody with the right to do so took
    /// the whole of it away, and that a sentence of it does not return tells no more.
    /// </summary>
    public IEnumerable<ToldPoint> Vanished()
    {
        if (versions is not [.., { IsWithdrawn: false }]) return [];
        var going = now.Select(Of).OfType<ToldPoint>().ToHashSet();
        // Whom a phrase asserts, stood behind it when it was first told, whether or not they can still be counted.
        return versions[^1].Points.Where(point => !going.Contains(point) && Math.Max(First(point).InFavour.Count, point.Rungs.Max(AttributionLadder.Fewest)) < Fewest);
    }

    private ToldPoint? Known(ToldPoint point)
    {
        if (versions.Count == 0) return null;
        var known = versions[^1].Points;
        return known.FirstOrDefault(one => one.LineageId == point.LineageId) ?? known.FirstOrDefault(one => one.KeyPhrase.Equals(point.KeyPhrase, StringComparison.OrdinalIgnoreCase));
    }

    // Where the phrases of the newest version were first told without a break since: then they held.
    private ToldPoint First(ToldPoint newest)
    {
        for (var index = versions.Count - 2; index >= 0; index--)
        {
            if (versions[index].Points.FirstOrDefault(one => one.LineageId == newest.LineageId) is not { } earlier || !earlier.Rungs.SetEquals(newest.Rungs)) break;
            newest = earlier;
        }
        return newest;
    }
}
