using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Who has answered at all: those named in a place, those whose row holds a certain value, those whose rows were written last, those to whom
/// a file is addressed.
/// </summary>
internal sealed class WhoWrote : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        foreach (var trail in Trails.Of(haul.Final, haul.NamesOfPeople))
        {
            var named = trail.Subjects.ToHashSet();
            if (named.Count < haul.People.Count) yield return new WriterGuess(nameof(WhoWrote), $"named in {trail.Place}", named);
            // How many have sent is known after the seal.
            if (named.Count > haul.Voices.Count)
                yield return new WriterGuess(nameof(WhoWrote), $"last in {trail.Place}", trail.Once(byLast: true).TakeLast(haul.Voices.Count).ToHashSet());
        }
        foreach (var table in haul.Final.Tables)
        {
            var rows = Trails.Rows(table, haul.NamesOfPeople);
            for (var column = 0; column < table.Columns.Count; column++)
                foreach (var same in rows.GroupBy(row => row.Row[column] is { } value ? Convert.ToHexString(value) : "").Where(same => same.Count() >= Trails.Fewest && same.Count() < rows.Count))
                    yield return new WriterGuess(nameof(WhoWrote), $"one value in {table.Name}.{table.Columns[column]}", same.Select(row => row.Subject).ToHashSet());
        }
    }
}
