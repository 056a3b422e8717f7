using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>A word of the People side, such as a group, that stands beside fewer contributors than may share one: those can be told apart.</summary>
internal sealed class SmallLabel : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var words = haul.People.Select(person => person.Group).ToHashSet(StringComparer.Ordinal);
        var names = haul.NamesOfVoices;
        foreach (var table in haul.Final.Tables)
        {
            var rows = Trails.Rows(table, names);
            for (var column = 0; column < table.Types.Count; column++)
            {
                var few = rows.Where(row => row.Row[column] is { } value && words.Contains(Encoding.UTF8.GetString(value)))
                    .GroupBy(row => Encoding.UTF8.GetString(row.Row[column]!)).Select(label => label.Select(row => row.Subject).Distinct().Count()).Where(count => count < haul.SmallestGroup).Sum();
                if (few > 0) yield return new Breach(nameof(SmallLabel), $"{table.Name}.{table.Columns[column]}", few);
            }
        }
    }
}
