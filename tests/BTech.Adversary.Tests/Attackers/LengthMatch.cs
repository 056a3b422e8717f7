using System.Globalization;
using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// The length of something kept while the window was open against the length of the sealed texts, give or take a constant. Whose it is
/// says the row itself, or its place among the rows beside the order of sending that an observer saw.
/// </summary>
internal sealed class LengthMatch : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var voices = haul.Voices.Select(voice => (voice.Number, (double)voice.Texts.Sum(Encoding.UTF8.GetByteCount))).ToList();
        var sent = haul.Outside().Single(trail => trail.Place.EndsWith("order of sending", StringComparison.Ordinal));
        foreach (var (prefix, artefacts) in haul.OfTheWindowsTime())
            foreach (var table in artefacts.Tables)
                for (var column = 0; column < table.Types.Count; column++)
                {
                    if (table.Rows.Select(row => row[column]?.Length).Distinct().Count() < Trails.Fewest) continue;
                    var named = Trails.Rows(table, haul.NamesOfPeople).Select(row => (row.Subject, (double)(row.Row[column]?.Length ?? 0))).ToList();
                    if (named.Count >= Trails.Fewest) yield return Guess(haul, $"{prefix}{table.Name}.{table.Columns[column]}", named, voices);
                    else if (table.Rows.Count >= Trails.Fewest)
                        foreach (var (order, rows) in new (string, IEnumerable<byte[]?[]>)[] { ("place", table.Rows), ("transaction", table.Rows.OrderBy(row => long.Parse(Encoding.ASCII.GetString(row[^2]!), CultureInfo.InvariantCulture))) })
                            yield return Guess(haul, $"{prefix}{table.Name}.{table.Columns[column]} by {order}",
                                [.. sent.Once(byLast: true).Zip(rows, (person, row) => (person, (double)(row[column]?.Length ?? 0)))], voices);
                }
    }

    private static AuthorGuess Guess(Haul haul, string place, List<(int Person, double Length)> persons, List<(int Voice, double Length)> voices)
    {
        // Frames and keys around a text add the same to each.
        var constant = persons.SelectMany(person => voices.Select(voice => person.Length - voice.Length)).CountBy(difference => difference).MaxBy(found => found.Value).Key;
        return new AuthorGuess(nameof(LengthMatch), place, Assignment.ByDistance(haul, persons.ConvertAll(person => (person.Person, person.Length - constant)), voices));
    }
}
