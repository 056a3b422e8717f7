using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>
/// What the readers of a report know from its earlier versions, withdrawn ones too, and what the next one may therefore tell. Whoever lays two
/// versions side by side sees each phrase that differs; if one or two contributors were enough to change it, the difference would tell of them.
/// So a phrase stays until three have changed since it was first told, though one of them has gone meanwhile; and a point that comes or goes rests on three.
/// </summary>
/// <param name="versions">The earlier versions, the first one first.</param>
/// <param name="now">All that the next one tells.</param>
internal sealed class ToldBefore(IReadOnlyList<ToldVersion> versions, IReadOnlyCollection<ToldPoint> now)
{
    /// <summary>How many contributors must have changed, or stand behind what comes or goes.</summary>
    public const int Fewest = 3;

    /// <summary>Nothing was public before.</summary>
    public static ToldBefore Nothing { get; } = new([], []);

    /// <summary>
    /// The point of an earlier version that a point goes on from, of the newest that has it: still the same (<see cref="ToldPoint.IsStill"/>), or, if that
    /// point is gone, on the same passages for the most part. Taking a point out and writing it in again, now or two versions later, makes no other one of it.
    /// </summary>
    public ToldPoint? Of(ToldPoint point) => Known(point) ?? versions.Reverse()
        .SelectMany(version => version.Points.Where(one => point.RestsOnMuchOf(one) && !now.Any(other => Same(other, version.Points, now) == one))).FirstOrDefault();

    /// <summary>
    /// The phrases that a point keeps from the newest earlier version that has it, because fewer than three have changed since they were first told:
    /// these and no others, whatever is counted now. Nothing for a new point, and where three or more have changed.
    /// </summary>
    public KeptPhrases? Kept(ToldPoint point) => Of(point) is { } before && point.ChangedSince(First(before, SamePhrases)) < Fewest ? new KeptPhrases(before.Rungs, KeptOpening(point, before)) : null;

    /// <summary>The bands that a point keeps for the same reason, since they were first told as they are; nothing where they are told anew.</summary>
    public ToldBands? KeptBands(ToldPoint point) =>
        Of(point) is { Bands: { } bands } before && point.ChangedSince(First(before, (earlier, later) => earlier.Bands == later.Bands)) < Fewest ? bands : null;

    /// <summary>Whether it came without enough behind it.</summary>
    public bool HasAppeared(ToldPoint point) => versions.Count > 0 && Known(point) is null && Behind(point) < Fewest;

    /// <summary>
    /// The points of earlier versions that can still be read which are gone and rested on too few. None of a version that was withdrawn: somebody with the
    /// right to do so took the whole of it away, and that a sentence of it does not return tells no more. None either of which nothing is kept: what an
    /// author withdraws must go.
    /// </summary>
    public IEnumerable<ToldPoint> Vanished()
    {
        var goOn = now.Select(Of).OfType<ToldPoint>().ToList();
        var vanished = new List<ToldPoint>();
        foreach (var version in versions.Reverse().Where(version => !version.IsWithdrawn))
            foreach (var point in version.Points.Where(point => !point.IsGone && Behind(First(point, SamePhrases)) < Fewest))
                // Two points of one version are two, though they share their words: each has to go on itself.
                if (!goOn.Concat(vanished).Any(one => Same(one, version.Points, []) == point)) vanished.Add(point);
        return vanished;
    }

    // Whom a phrase asserts stood behind it when it was first told, whether or not they can still be counted.
    private static int Behind(ToldPoint point) => Math.Max(point.InFavour.Count, point.Rungs.Max(AttributionLadder.Fewest));

    private ToldPoint? Known(ToldPoint point) => versions.Reverse().Select(version => Same(point, version.Points, now)).FirstOrDefault(one => one is not null);

    /// <summary>
    /// The one among the points of one earlier version that a point still is. The same words may stand twice, in an area and in the overarching messages: so first the one
    /// under its own lineage, and by its words alone none that another point beside it is.
    /// </summary>
    private static ToldPoint? Same(ToldPoint point, IReadOnlyList<ToldPoint> earlier, IReadOnlyCollection<ToldPoint> beside)
    {
        var still = earlier.Where(point.IsStill).ToList();
        return still.Find(one => one.LineageId == point.LineageId)
            ?? still.Find(one => !beside.Any(other => other.LineageId != point.LineageId && other.LineageId == one.LineageId && other.IsStill(one)));
    }

    // What the sentence before its list told, in the newest version in which it told something: a version between that says nothing there, or has the point in
    // no list, makes readers forget no more than one that was withdrawn.
    private IReadOnlySet<string> KeptOpening(ToldPoint point, ToldPoint newest)
    {
        var beside = versions.Last(version => version.Points.Contains(newest));
        foreach (var version in versions.Reverse().SkipWhile(version => version != beside))
        {
            if ((version == beside ? newest : Same(newest, version.Points, beside.Points)) is not { Opening.Count: > 0 } told) continue;
            return point.ChangedSince(First(told, SamePhrases)) < Fewest ? told.Opening : new HashSet<string>();
        }
        return new HashSet<string>();
    }

    private static bool SamePhrases(ToldPoint earlier, ToldPoint later) =>
        earlier.Rungs.SetEquals(later.Rungs) && (earlier.Opening.Count == 0 || later.Opening.Count == 0 || earlier.Opening.SetEquals(later.Opening));

    // Where what a version tells of a point was first told without anything else since: then it held.
    private ToldPoint First(ToldPoint newest, Func<ToldPoint, ToldPoint, bool> tellsTheSame)
    {
        var beside = versions.Last(version => version.Points.Contains(newest));
        foreach (var version in versions.Reverse().SkipWhile(version => version != beside).Skip(1).ToList())
        {
            if (Same(newest, version.Points, beside.Points) is not { } earlier) continue;
            if (!tellsTheSame(earlier, newest)) break;
            (newest, beside) = (earlier, version);
        }
        return newest;
    }
}
