using System.Globalization;
using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>A number that follows how many have sent or written while the window is open: the sum of a column, the rows with one value, all rows.</summary>
internal sealed class Tally : IAttacker
{
    private const int MostValues = 5;

    public IEnumerable<Attack> Try(Haul haul)
    {
        if (haul.Snapshots.Count < 2) yield break;
        var counts = new (string Name, List<decimal> Counts)[]
        {
            ("sent so far", Counts(haul, visits => visits.Count(visit => visit.Sent))),
            ("people who have sent", Counts(haul, visits => visits.Where(visit => visit.Sent).Select(visit => visit.Person).Distinct().Count())),
            ("people who have written", Counts(haul, visits => visits.Where(visit => visit.Wrote).Select(visit => visit.Person).Distinct().Count())),
        };
        foreach (var name in haul.Snapshots[0].Tables.Tables.Select(table => table.Name))
        {
            if (haul.Snapshots.Any(snapshot => snapshot.Tables.Tables.All(table => table.Name != name))) continue;
            var dumps = haul.Snapshots.Select(snapshot => snapshot.Tables.Table(name)).ToList();
            foreach (var (what, wanted) in counts)
            {
                if (dumps.Select(table => (decimal)table.Rows.Count).SequenceEqual(wanted)) yield return new Breach(nameof(Tally), $"{what}: rows of {name}", 1);
                for (var column = 0; column < dumps[0].Types.Count; column++)
                {
                    var place = $"{what}: {name}.{dumps[0].Columns[column]}";
                    if (dumps.Select(table => Sum(table, column)).SequenceEqual(wanted.Select(count => (decimal?)count))) yield return new Breach(nameof(Tally), place, 1);
                    foreach (var value in dumps[^1].Rows.Select(row => Text(row[column])).Distinct().Take(MostValues))
                        if (dumps.Select(table => (decimal)table.Rows.Count(row => Text(row[column]) == value)).SequenceEqual(wanted)) yield return new Breach(nameof(Tally), $"{place} is {value}", 1);
                }
            }
        }
    }

    private static List<decimal> Counts(Haul haul, Func<IEnumerable<SeenVisit>, int> count) => [.. haul.Snapshots.Select(snapshot => (decimal)count(haul.Seen.Take(snapshot.Visits)))];

    private static string Text(byte[]? value) => value is null ? "nothing" : Encoding.Latin1.GetString(value.AsSpan(0, Math.Min(40, value.Length)));

    private static decimal? Sum(DumpedTable table, int column)
    {
        decimal sum = 0;
        foreach (var row in table.Rows)
        {
            if (row[column] is not { Length: < 28 } value || !decimal.TryParse(Encoding.Latin1.GetString(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
            sum += number;
        }
        return sum;
    }
}
