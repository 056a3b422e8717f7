using BTech.Adversary.Tests.Loot;
using BTech.Record.Boxes;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Opens the boxes of every dump with whatever looks like a key after the seal (I8): nothing may open.</summary>
internal sealed class KeyHunt : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        if (haul.Snapshots.Count == 0) yield break;
        var boxes = haul.Snapshots[^1].Tables.Table("record.box");
        var row = boxes.Rows[0];
        var (tag, box) = (boxes.Columns.ToList().IndexOf("tag"), boxes.Columns.ToList().IndexOf("box"));
        foreach (var place in FoundKeys.In(haul).Where(key => key.Key.Length == BoxKey.Length).GroupBy(key => key.Place))
            if (place.Count(found => Opens(found.Key)) is > 0 and var opened) yield return new Breach(nameof(KeyHunt), place.Key, opened);

        bool Opens(byte[] bytes)
        {
            using var key = new BoxKey([.. bytes]);
            return Box.TryUnlock(key, haul.Window, row[tag]!, row[box]!) is not null;
        }
    }
}
