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
    /// The point of an earlier version that a point goes on from, of the newest that has it: still the same (<see cref="ToldPoint.IsStill"/>), or, if that
    /// point is gone, on the same passages for the most part. Taking a point out and writing it in again, now or two versions later, makes no other one of it.
    /// </summary>
    public ToldPoint? Of(ToldPoint point) =>
        Known(point) ?? Earlier().FirstOrDefault(one => point.RestsOnMuchOf(one) && !now.Any(other => other.IsStill(one)));

    /// <summary>
    /// The phrases that a point keeps from the version before, because fewer than three have changed since they were first told: these and no others,
    /// whatever is counted now. Nothing for a new point, and where three or more have changed.
    /// </summary>
    public IReadOnlySet<string>? Kept(ToldPoint point) => Of(point) is { } before && point.ChangedSince(First(before)) < Fewest ? before.Rungs : null;

    /// <summary>Whether a point tells something else than it may.</summary>
    public bool IsChanged(ToldPoint point) => Kept(point) is { } kept && !kept.SetEquals(point.Rungs);

    /// <summary>Whether it came without enough behind it.</summary>
    public bool HasAppeared(ToldPoint point) => versions.Count > 0 && Known(point) is null && Behind(point) < Fewest;

    /// <summary>
    /// The points of earlier versions that can still be read which are gone and rested on too few. None of a version that was withdrawn: somebody with the
    /// right to do so took the whole of it away, and that a sentence of it does not return tells no more. None either of which nothing is kept: what an
    /// author withdraws must go.
    /// </summary>
    public IEnumerable<ToldPoint> Vanished()
    {
        var vanished = new List<ToldPoint>();
        foreach (var point in versions.Reverse().Where(version => !version.IsWithdrawn).SelectMany(version => version.Points))
            if (!point.IsGone && Of(point, now) is null && Of(point, vanished) is null && Behind(First(point)) < Fewest) vanished.Add(point);
        return vanished;
    }

    private static ToldPoint? Of(ToldPoint earlier, IReadOnlyList<ToldPoint> points) => points.FirstOrDefault(one => one.IsStill(earlier) || one.RestsOnMuchOf(earlier));

    // Whom a phrase asserts stood behind it when it was first told, whether or not they can still be counted.
    private static int Behind(ToldPoint point) => Math.Max(point.InFavour.Count, point.Rungs.Max(AttributionLadder.Fewest));

    private IEnumerable<ToldPoint> Earlier() => versions.Reverse().SelectMany(version => version.Points);

    private ToldPoint? Known(ToldPoint point) => Earlier().FirstOrDefault(point.IsStill);

    // Where the phrases of a version were first told without another one since: then they held.
    private ToldPoint First(ToldPoint newest)
    {
        foreach (var earlier in Earlier().SkipWhile(one => one != newest).Where(one => newest.IsStill(one)))
        {
            if (!earlier.Rungs.SetEquals(newest.Rungs)) break;
            newest = earlier;
        }
        return newest;
    }
}
