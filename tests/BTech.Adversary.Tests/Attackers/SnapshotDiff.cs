using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// What changed between two dumps against who was seen writing between them. After a mix every box must differ, so an unchanged one is a
/// breach already; where only some changed, the k-th of them belongs to the k-th writer.
/// </summary>
internal sealed class SnapshotDiff : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var tables = haul.Snapshots.SelectMany(snapshot => snapshot.Tables.Tables).Where(table => table.Columns.Contains("tag") && table.Columns.Contains("box")).Select(table => table.Name).Distinct();
        foreach (var name in tables)
            for (var later = 1; later < haul.Snapshots.Count; later++)
            {
                // A copy that lies beside the table itself is compared with the table as it was after the last mix.
                var before = Boxes(haul, haul.Snapshots[later - 1], "record.box");
                var after = Boxes(haul, haul.Snapshots[later], name);
                var changed = after.Where(box => !before.TryGetValue(box.Key, out var old) || old.Box != box.Value.Box).OrderBy(box => box.Value.Order).ToList();
                yield return new Breach(nameof(SnapshotDiff), $"unchanged in {name}, dumps {later} and {later + 1}", after.Count - changed.Count);
                var writers = haul.Seen.Take(haul.Snapshots[later].Visits).Skip(haul.Snapshots[later - 1].Visits).Where(visit => visit.Wrote).Select(visit => visit.Person).Reverse().Distinct().Reverse().ToList();
                yield return new TagGuess(nameof(SnapshotDiff), $"changed in {name}, dumps {later} and {later + 1}", changed.Zip(writers).ToDictionary(pair => pair.First.Key, pair => pair.Second));
            }
    }

    private static Dictionary<int, (string Box, long Order)> Boxes(Haul haul, Snapshot snapshot, string name)
    {
        if (snapshot.Tables.Tables.FirstOrDefault(table => table.Name == name) is not { } boxes) return [];
        var (tag, box) = (boxes.Columns.ToList().IndexOf("tag"), boxes.Columns.ToList().IndexOf("box"));
        var numbers = haul.Tags.Select((bytes, number) => (Convert.ToHexString(bytes), number)).ToDictionary();
        // A column that counts rewritings, where there is one, else the transaction.
        var order = boxes.Columns.Contains("written") ? boxes.Texts("written") : boxes.Texts("xmin");
        return boxes.Rows.Zip(order).Select(pair => (Row: pair.First, At: pair.Second)).Where(pair => numbers.ContainsKey(Convert.ToHexString(pair.Row[tag]!))).Select(pair => (Tag: numbers[Convert.ToHexString(pair.Row[tag]!)], Box: Convert.ToHexString(pair.Row[box]!), At: long.Parse(pair.At, System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(row => row.Tag, row => (row.Box, row.At));
    }
}
