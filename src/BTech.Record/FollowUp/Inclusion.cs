using System.Security.Cryptography;
using System.Text;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Record.Sealing;
using Npgsql;

namespace BTech.Record.FollowUp;

/// <summary>Finds in the sealed record exactly the words that an author sent, by code and by pasting them.</summary>
internal sealed class Inclusion
{
    private readonly NpgsqlDataSource _record;

    public Inclusion(NpgsqlDataSource record) => _record = record;

    /// <summary>
    /// The inputs of a window that have these words under this code, with leaves that are on the window's seal page. The same number of hashes is derived
    /// and the same queries are asked whatever the code, and for an unknown code, an altered text and somebody else's text alike there are none.
    /// </summary>
    public async Task<Held> FindAsync(FollowUpCode code, string pasted, CancellationToken cancel)
    {
        if (!Wording.TryClean(pasted, out var clean)) return Held.Nothing;
        var text = Encoding.UTF8.GetBytes((clean ?? string.Empty).Trim());
        var root = code.Root();
        var hashes = new byte[BoxContent.MaxPieces][];
        for (var number = 0; number < hashes.Length; number++) hashes[number] = Commitments.LookupHash(root, number);

        var same = await SameAsync(root, hashes, text, cancel);
        // Asked for a miss too, of a window that there is not. The leaves themselves come only for the right words under the right code: a large window has megabytes of them.
        var window = same.Count > 0 ? same[0].Window : Guid.Empty;
        var leaves = await LeavesAsync(window, cancel);
        return leaves is null ? Held.Nothing : new Held(window, [.. same.Where(one => Commitments.Covers(leaves, one.Leaf)).Select(one => one.Input)]);
    }

    // In a method of its own: a reader that is disposed of twice ends the reading of whoever has its connection by then.
    private async Task<List<(Guid Window, Guid Input, byte[] Leaf)>> SameAsync(byte[] root, byte[][] hashes, byte[] text, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("""
            SELECT l.lookup_hash, i.leaf, i.focus_area_number, i.paragraph_number, i.kind, i.window_id, i.id
            FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id JOIN record.window_state s USING (window_id)
            WHERE l.lookup_hash = ANY($1) AND s.state = 'sealed'
            """);
        ask.Parameters.Add(new() { Value = hashes });
        var same = new List<(Guid Window, Guid Input, byte[] Leaf)>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var lookup = (byte[])reader[0];
            var number = Array.FindIndex(hashes, hash => hash.AsSpan().SequenceEqual(lookup));
            var leaf = Commitments.Leaf(root, number, Number(reader, 2), Number(reader, 3), (InputKind)reader.GetInt32(4), text);
            if (CryptographicOperations.FixedTimeEquals(leaf, (byte[])reader[1])) same.Add((reader.GetGuid(5), reader.GetGuid(6), leaf));
        }
        return same;
    }

    private async Task<byte[]?> LeavesAsync(Guid window, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("SELECT leaves FROM record.seal_page WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        return await ask.ExecuteScalarAsync(cancel) as byte[];
    }

    private static int? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    /// <summary>What was found: one text may have been sent at several places.</summary>
    /// <param name="Window">The window of them all, for a code belongs to one author in one window.</param>
    /// <param name="Inputs">The inputs.</param>
    internal sealed record Held(Guid Window, Guid[] Inputs)
    {
        public static Held Nothing { get; } = new(Guid.Empty, []);
    }
}
