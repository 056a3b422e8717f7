using System.Text;

namespace BTech.Adversary.Tests.Loot;

/// <summary>One contributor after the seal, with the inputs: what the attacker wants to put a name to.</summary>
internal sealed record SealedVoice(int Number, string? Label, IReadOnlyList<byte[]?[]> Rows, IReadOnlyList<string> Texts)
{
    private const int Id = 0;

    /// <summary>The ids, hashes and leaves by which other records may name this contributor.</summary>
    public IEnumerable<byte[]> Names() => Rows.SelectMany(row => row.Where(value => value is { Length: 32 or 36 })).SelectMany(value =>
        value!.Length == 36 && Guid.TryParse(Encoding.ASCII.GetString(value), out var id) ? Invitee.Spellings(id) : [value]);

    /// <summary>Reads the contributors out of the tables.</summary>
    public static IReadOnlyList<SealedVoice> Read(Artefacts artefacts)
    {
        var (contributors, inputs) = (artefacts.Table("record.contributor"), artefacts.Table("record.sealed_input"));
        var (label, contributor, text) = (contributors.Columns.ToList().IndexOf("group_label"), inputs.Columns.ToList().IndexOf("contributor_id"), inputs.Columns.ToList().IndexOf("text"));
        var shared = new[] { contributors.Columns.ToList().IndexOf("window_id"), inputs.Columns.ToList().IndexOf("window_id") };
        var lookups = artefacts.Table("record.input_lookup");
        var (input, id) = (lookups.Columns.ToList().IndexOf("input_id"), inputs.Columns.ToList().IndexOf("id"));
        var byInput = lookups.Rows.ToLookup(row => Convert.ToHexString(row[input]!));
        var byContributor = inputs.Rows.ToLookup(row => Convert.ToHexString(row[contributor]!));
        return [.. contributors.Rows.Select((row, number) =>
        {
            var own = byContributor[Convert.ToHexString(row[Id]!)].ToList();
            return new SealedVoice(
                number, row[label] is { } found ? Encoding.UTF8.GetString(found) : null,
                // The window's id names all of them, and so nobody.
                [[.. row.Where((_, column) => column != shared[0])], .. own.Select(one => (byte[]?[])[.. one.Where((_, column) => column != shared[1] && column != text)]),
                    .. own.SelectMany(one => byInput[Convert.ToHexString(one[id]!)])],
                [.. own.Select(one => Encoding.UTF8.GetString(one[text]!))]);
        })];
    }
}
