using System.Text;
using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Words of comments where they may not be: before the seal anywhere; after it what was never sent, was replaced or withdrawn anywhere,
/// and what was sent outside the record's one column and the files of the server that hold it.
/// </summary>
internal sealed class TextSearch : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        // Of each word the part that no other has, in the spellings a file may hold it in.
        var all = new ByteFinder(haul.Words.SelectMany(Spellings).Select(word => (word, 0)));
        var unsealed = new ByteFinder(haul.Unsealed.SelectMany(Spellings).Select(word => (word, 0)));
        foreach (var snapshot in haul.Snapshots)
        {
            foreach (var table in snapshot.Tables.Tables)
                if (table.Rows.Count(row => row.Any(value => value is not null && all.Find(value).Count > 0)) is > 0 and var rows) yield return new Breach(nameof(TextSearch), $"before the seal in {table.Name}", rows);
            if (Count(snapshot.Tables.Files, all) is > 0 and var early) yield return new Breach(nameof(TextSearch), "before the seal in files", early);
        }
        foreach (var table in haul.Final.Tables)
        {
            var forbidden = table.Name == "record.sealed_input" ? unsealed : all;
            if (table.Rows.Count(row => row.Any(value => value is not null && forbidden.Find(value).Count > 0)) is > 0 and var rows) yield return new Breach(nameof(TextSearch), $"after the seal in {table.Name}", rows);
        }
        if (Count(haul.Final.Files.Where(file => file.IsOfTheServer), unsealed) is > 0 and var kept) yield return new Breach(nameof(TextSearch), "after the seal in the server's files", kept);
        foreach (var file in haul.Final.Files.Where(file => !file.IsOfTheServer))
            if (all.In(file).Count is > 0 and var found) yield return new Breach(nameof(TextSearch), $"in {Path.GetFileName(file.Name)}", found);
    }

    private static int Count(IEnumerable<CollectedFile> files, ByteFinder words) => files.Count(file => words.In(file).Count > 0);

    private static IEnumerable<byte[]> Spellings(string word)
    {
        yield return Encoding.UTF8.GetBytes(word);
        yield return Encoding.Unicode.GetBytes(word);
        for (var offset = 0; offset < 3; offset++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[offset], .. Encoding.UTF8.GetBytes(word)])[4..^4]);
    }
}
