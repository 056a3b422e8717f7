using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Whether the boxes lie in one dump as they lay in the one before: then a mix would have moved nothing, and every order that ever was would last.</summary>
internal sealed class OrderKept : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var names = haul.NamesOfTags;
        for (var later = 1; later < haul.Snapshots.Count; later++)
        {
            var (before, after) = (Orders(haul.Snapshots[later - 1]), Orders(haul.Snapshots[later]));
            foreach (var (place, order) in after)
                if (before.TryGetValue(place, out var earlier))
                    yield return new KeptOrder(nameof(OrderKept), $"{place}, dumps {later} and {later + 1}", earlier, order);
        }

        // Places on disk and numbers of chunks; the tags themselves sort the same way for ever.
        Dictionary<string, IReadOnlyList<int>> Orders(Snapshot snapshot) => snapshot.Tables.Tables.SelectMany(table => Trails.OfTable(table, names))
            .Where(trail => trail.Place.EndsWith(".ctid", StringComparison.Ordinal) || trail.Place.Contains(".chunks of ", StringComparison.Ordinal))
            .DistinctBy(trail => trail.Place).ToDictionary(trail => trail.Place, trail => trail.Once(byLast: true));
    }
}
