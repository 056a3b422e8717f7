using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Testing;

namespace BTech.Record.Tests.Reports;

/// <summary>
/// What readers of several versions can tell from the differences. Versions are played from a seed: voices come and go between them, an author takes
/// the strongest phrase that the ledger lets pass. Planted beside it, a ledger that knows nothing must be caught.
/// </summary>
public sealed class ToldBeforeTests
{
    private const int Seeds = 400;

    [Fact]
    [Invariant(23)]
    public void OneVoiceOrTwo_GoneBetweenTwoVersions_ChangeNoPhrase()
    {
        Assert.Empty(Enumerable.Range(0, Seeds).SelectMany(seed => Told(seed, (versions, now) => new ToldBefore(versions, [now]))));
        Assert.NotEmpty(Enumerable.Range(0, Seeds).SelectMany(seed => Told(seed, (_, _) => ToldBefore.Nothing)));
    }

    [Fact]
    [Invariant(23)]
    public void PhrasesThatChange_HaveThreeVoicesThatChangedSinceTheyWereFirstTold()
    {
        Assert.Empty(Enumerable.Range(0, Seeds).SelectMany(seed => Changed(seed, (versions, now) => new ToldBefore(versions, [now]))));
        Assert.NotEmpty(Enumerable.Range(0, Seeds).SelectMany(seed => Changed(seed, (_, _) => ToldBefore.Nothing)));
    }

    [Fact]
    public void Kept_OneByOneOverSeveralVersions_EndsWithTheThird()
    {
        var lineage = Guid.NewGuid();
        var voices = Voices(5);
        var versions = new List<ToldVersion> { Version(Point(lineage, voices, AttributionLadder.Some)) };
        for (var gone = 1; gone < 3; gone++)
        {
            var point = Point(lineage, [.. voices.Skip(gone)], AttributionLadder.AFew);
            Assert.Equal([AttributionLadder.Some], new ToldBefore(versions, [point]).Kept(point)!.Rungs);
            Assert.True(new ToldBefore(versions, [point]).IsChanged(point));
            versions.Add(Version(point with { Rungs = new HashSet<string> { AttributionLadder.Some } }));
        }
        var left = Point(lineage, [.. voices.Skip(3)], AttributionLadder.AFew);
        Assert.Null(new ToldBefore(versions, [left]).Kept(left));
        Assert.False(new ToldBefore(versions, [left]).IsChanged(left));
    }

    [Fact]
    public void Of_SameKeyPhraseUnderANewLineage_IsStillThatPoint()
    {
        var voices = Voices(5);
        var again = Point(Guid.NewGuid(), [.. voices.Skip(1)], AttributionLadder.AFew) with { KeyPhrase = "A Shorter Paper" };
        var told = new ToldBefore([Version(Point(Guid.NewGuid(), voices, AttributionLadder.Some))], [again]);
        Assert.True(told.IsChanged(again));
        Assert.False(told.HasAppeared(again));
        Assert.Empty(told.Vanished());
    }

    [Fact]
    public void Of_OtherWordsOnTheSamePassages_IsStillThatPoint()
    {
        var (voices, passages) = (Voices(5), Voices(5));
        var before = Point(Guid.NewGuid(), voices, AttributionLadder.Some) with { Passages = passages.ToHashSet() };
        var again = Point(Guid.NewGuid(), [.. voices.Skip(1)], AttributionLadder.AFew) with { KeyPhrase = "less text", Passages = passages.Skip(1).ToHashSet() };
        var told = new ToldBefore([Version(before)], [again]);
        Assert.True(told.IsChanged(again));
        Assert.False(told.IsChanged(again with { Passages = passages.Skip(3).ToHashSet() }));
        // On one or two it is new all the same, whatever it goes on from.
        Assert.True(told.HasAppeared(again with { InFavour = voices.Take(2).ToHashSet() }));
        // Beside the point itself it is another one.
        Assert.False(new ToldBefore([Version(before)], [before, again]).IsChanged(again));
    }

    [Fact]
    public void AppearedAndVanished_AskForThree()
    {
        var few = Point(Guid.NewGuid(), Voices(2), AttributionLadder.AFew);
        var three = Point(Guid.NewGuid(), Voices(3), AttributionLadder.AFew) with { KeyPhrase = "other words" };
        var erased = Point(Guid.NewGuid(), [], AttributionLadder.Some) with { KeyPhrase = "told once by five" };
        var empty = new ToldBefore([Version()], []);
        Assert.True(empty.HasAppeared(few));
        Assert.False(empty.HasAppeared(three));
        Assert.False(ToldBefore.Nothing.HasAppeared(few));
        // Those whom a phrase asserts were there, though nobody can be counted any more.
        Assert.Equal([few], new ToldBefore([Version(few, three, erased)], []).Vanished());
        // The whole version went: what does not return tells no more.
        Assert.Empty(new ToldBefore([Version(few) with { IsWithdrawn = true }], []).Vanished());
    }

    /// <summary>Under an old id something else on somebody else is a point that goes and one that comes.</summary>
    [Fact]
    public void Of_OtherWordsOnOtherPassagesUnderTheOldLineage_IsAnotherPoint()
    {
        var before = Point(Guid.NewGuid(), Voices(2), AttributionLadder.AFew) with { Passages = Voices(2).ToHashSet() };
        var other = Point(before.LineageId, Voices(1), AttributionLadder.One) with { KeyPhrase = "larger letters", Passages = Voices(1).ToHashSet() };
        var told = new ToldBefore([Version(before)], [other]);
        Assert.True(told.HasAppeared(other));
        Assert.Equal([before], told.Vanished());
    }

    /// <summary>Versions that were replaced can still be read: what the last one left out is not new when it returns, and what only an older one has may not go unseen.</summary>
    [Fact]
    public void Of_PointThatOneVersionLeftOut_IsStillThatPoint()
    {
        var voices = Voices(5);
        var before = Point(Guid.NewGuid(), voices, AttributionLadder.Some);
        var again = Point(Guid.NewGuid(), [.. voices.Skip(1)], AttributionLadder.AFew);
        Assert.True(new ToldBefore([Version(before), Version()], [again]).IsChanged(again));
        var few = Point(Guid.NewGuid(), Voices(2), AttributionLadder.AFew);
        Assert.Equal([few], new ToldBefore([Version(few), Version(few) with { IsWithdrawn = true }], []).Vanished());
        Assert.Empty(new ToldBefore([Version(few with { IsGone = true })], []).Vanished());
    }

    /// <summary>One lineage and mostly the same passages make one point, whatever it is called meanwhile; the words are not needed for it, nor is the lineage enough.</summary>
    [Fact]
    public void IsStill_UnderOneLineage_AsksForMostOfThePassages()
    {
        var passages = Voices(5);
        var before = Point(Guid.NewGuid(), Voices(5), AttributionLadder.Some) with { Passages = passages.ToHashSet() };
        var renamed = before with { KeyPhrase = "less text", Passages = passages.Skip(2).ToHashSet() };
        Assert.True(renamed.IsStill(before));
        Assert.False((renamed with { Passages = passages.Skip(3).ToHashSet() }).IsStill(before));
        Assert.False((renamed with { LineageId = Guid.NewGuid() }).IsStill(before));
    }

    /// <summary>The same words may stand in an area and in the overarching messages: copied unchanged, each keeps its own phrase, in a frozen round too.</summary>
    [Theory]
    [InlineData(9, 2)]
    [InlineData(0, 0)]
    public void Kept_TwoPointsWithOneKeyPhrase_EachKeepsItsOwn(int many, int few)
    {
        var (first, second) = (Point(Guid.NewGuid(), Voices(many), AttributionLadder.Many), Point(Guid.NewGuid(), Voices(few), AttributionLadder.AFew));
        foreach (var points in new ToldPoint[][] { [first, second], [second, first] })
        {
            var told = new ToldBefore([Version([.. points]), Version([first with { }, second with { }])], points);
            Assert.All(points, point => Assert.False(told.IsChanged(point)));
            Assert.All(points, point => Assert.False(told.HasAppeared(point)));
            Assert.Empty(told.Vanished());
            // Written in again under a new id, one of them is that one and not its sister; beside both, it is new.
            var again = second with { LineageId = Guid.NewGuid() };
            Assert.Equal([AttributionLadder.AFew], new ToldBefore([Version([.. points])], [first, again]).Kept(again)!.Rungs);
            Assert.True(new ToldBefore([Version([.. points])], [first, second, again with { InFavour = Voices(2).ToHashSet() }]).HasAppeared(again));
            // The other one goes: its sister does not stand for it.
            Assert.Equal(few < ToldBefore.Fewest ? [second] : [], new ToldBefore([Version([.. points])], [first]).Vanished());
        }
    }

    /// <summary>A phrase held when it was first told, by the point itself and not by the other one under the same words.</summary>
    [Fact]
    public void Kept_PhraseTakenOnceTheThirdHadGone_CountsFromThatVersion()
    {
        var voices = Voices(5);
        var sister = Point(Guid.NewGuid(), Voices(4), AttributionLadder.AFew);
        var before = Point(Guid.NewGuid(), voices, AttributionLadder.Some);
        var fewer = before with { Rungs = new HashSet<string> { AttributionLadder.AFew }, InFavour = voices.Skip(3).ToHashSet() };
        var now = fewer with { InFavour = voices.Skip(4).ToHashSet() };
        var told = new ToldBefore([Version(sister, before), Version(sister, fewer)], [sister, now]);
        Assert.Equal([AttributionLadder.AFew], told.Kept(now)!.Rungs);
    }

    /// <summary>Two points on the same two passages are two: one of them does not hide that the other is gone.</summary>
    [Fact]
    public void Vanished_SisterOnTheSamePassages_DoesNotHideIt()
    {
        var passages = Voices(2).ToHashSet();
        var stays = Point(Guid.NewGuid(), Voices(2), AttributionLadder.AFew) with { Passages = passages };
        var goes = Point(Guid.NewGuid(), [.. stays.InFavour], AttributionLadder.AFew) with { KeyPhrase = "larger letters", Passages = passages };
        Assert.Equal([goes], new ToldBefore([Version(stays, goes)], [stays]).Vanished());
        // Both gone, both are told of.
        Assert.Equal([stays, goes], new ToldBefore([Version(stays, goes)], []).Vanished());
        Assert.Equal([goes, stays], new ToldBefore([Version(goes, stays)], []).Vanished());
        // Written anew in other words it has not gone.
        Assert.Empty(new ToldBefore([Version(stays)], [stays with { LineageId = Guid.NewGuid(), KeyPhrase = "bigger print" }]).Vanished());
    }

    /// <summary>Written anew in other words on its passages, a point is held to what it told, though another one stands there under the words it had.</summary>
    [Fact]
    public void Of_WrittenAnewBesideASisterOfItsOldWords_GoesOnFromIt()
    {
        var sister = Point(Guid.NewGuid(), Voices(9), AttributionLadder.Many) with { Passages = Voices(9).ToHashSet() };
        var before = Point(Guid.NewGuid(), Voices(2), AttributionLadder.AFew) with { Passages = Voices(2).ToHashSet() };
        var again = before with { LineageId = Guid.NewGuid(), KeyPhrase = "larger print" };
        foreach (var points in new ToldPoint[][] { [sister, before], [before, sister] })
        {
            var told = new ToldBefore([Version(points)], [sister, again]);
            Assert.Equal([AttributionLadder.AFew], told.Kept(again)!.Rungs);
            Assert.Empty(told.Vanished());
        }
    }

    [Fact]
    public void Kept_NobodyCanBeCountedAnyMore_Stays()
    {
        var lineage = Guid.NewGuid();
        var told = new ToldBefore([Version(Point(lineage, [], AttributionLadder.Some))], []);
        Assert.True(told.IsChanged(Point(lineage, [], AttributionLadder.AFew)));
        Assert.False(told.IsChanged(Point(lineage, [], AttributionLadder.Some)));
    }

    // Two runs from one first version: in one of them one voice or two have gone. The next version must say the same.
    private static IEnumerable<string> Told(int seed, Func<IReadOnlyList<ToldVersion>, ToldPoint, ToldBefore> ledger)
    {
        var random = new Random(seed);
        var lineage = Guid.NewGuid();
        var voices = Voices(random.Next(2, 14));
        var first = Point(lineage, voices, Strongest(voices.Count));
        var left = voices.Skip(random.Next(1, 3)).ToList();
        if (left.Count == 0) yield break;
        var (with, without) = (Next(ledger, [Version(first)], lineage, voices), Next(ledger, [Version(first)], lineage, left));
        if (!with.Rungs.SetEquals(without.Rungs)) yield return $"seed {seed}: {voices.Count} or {left.Count} voices";
    }

    private static IEnumerable<string> Changed(int seed, Func<IReadOnlyList<ToldVersion>, ToldPoint, ToldBefore> ledger)
    {
        var random = new Random(seed);
        var (lineage, all) = (Guid.NewGuid(), Voices(16));
        var now = all.Take(random.Next(2, 14)).ToHashSet();
        var (told, since) = (Strongest(now.Count), now.ToHashSet());
        var versions = new List<ToldVersion> { Version(Point(lineage, [.. now], told)) };
        for (var turn = 0; turn < 6; turn++)
        {
            foreach (var voice in random.GetItems(all.ToArray(), random.Next(0, 4)))
                if (!now.Remove(voice)) now.Add(voice);
            if (now.Count == 0) yield break;
            var point = Next(ledger, versions, lineage, [.. now]);
            if (!point.Rungs.Contains(told))
            {
                if (now.Except(since).Concat(since.Except(now)).Count() < 3) yield return $"seed {seed}, turn {turn}";
                (told, since) = (point.Rungs.Single(), now.ToHashSet());
            }
            versions.Add(Version(point));
        }
    }

    private static ToldPoint Next(Func<IReadOnlyList<ToldVersion>, ToldPoint, ToldBefore> ledger, IReadOnlyList<ToldVersion> versions, Guid lineage, List<Guid> voices)
    {
        var point = Point(lineage, voices, Strongest(voices.Count));
        return ledger(versions, point).Kept(point) is { } kept ? point with { Rungs = kept.Rungs } : point;
    }

    private static string Strongest(int voices) => AttributionLadder.Told(AttributionLadder.Offered(new Backing { Contributors = voices, Addressed = 20 })[0].Key);

    private static List<Guid> Voices(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

    private static ToldVersion Version(params ToldPoint[] points) => new(false, points);

    private static ToldPoint Point(Guid lineage, List<Guid> voices, string rung) =>
        new() { LineageId = lineage, KeyPhrase = "a shorter paper", Rungs = new HashSet<string> { rung }, Passages = new HashSet<Guid>(), InFavour = voices.ToHashSet(), Against = new HashSet<Guid>() };
}

file static class Told
{
    /// <summary>Whether a point tells something else than it may.</summary>
    public static bool IsChanged(this ToldBefore before, ToldPoint point) => before.Kept(point)?.AreThoseOf(point) == false;
}
