using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>A person's row and a contributor's row written by one transaction.</summary>
internal sealed class XminJoin : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var persons = Transactions(haul.Final, haul.NamesOfPeople);
        foreach (var (voiceTable, voices) in Transactions(haul.Final, haul.NamesOfVoices))
            foreach (var (personTable, people) in persons)
            {
                var guess = new Dictionary<int, int>();
                foreach (var (transaction, named) in people)
                    foreach (var (voice, person) in Assignment.ByRank(haul, named, voices.GetValueOrDefault(transaction) ?? [])) guess[voice] = person;
                yield return new AuthorGuess(nameof(XminJoin), $"{personTable} ↔ {voiceTable}", guess);
            }
    }

    private static List<(string Table, Dictionary<string, List<int>> Named)> Transactions(Artefacts artefacts, ByteFinder names) =>
        [.. artefacts.Tables.Select(table => (table.Name, Trails.Rows(table, names).GroupBy(row => Convert.ToHexString(row.Row[^2]!))
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Subject).Distinct().ToList()))).Where(table => table.Item2.Count > 0)];
}
