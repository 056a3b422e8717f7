using System.Security.Cryptography;
using System.Text;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Record.Sealing;
using Npgsql;

namespace BTech.Record.FollowUp;

/// <summary>Lets an author see that the sealed record holds exactly the words sent, by code and by pasting them.</summary>
public sealed class Inclusion
{
    private readonly NpgsqlDataSource _record;

    internal Inclusion(NpgsqlDataSource record) => _record = record;

    /// <summary>
    /// Whether these words, under this code, are among the leaves of a window's seal page. The same number of hashes is derived and one
    /// query asked whatever the code, and an unknown code, an altered text and somebody else's text are all simply "no".
    /// </summary>
    public Task<bool> HoldsAsync(FollowUpCode code, string pasted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(() => SearchAsync(code, pasted, cancel), cancel);
    }

    private async Task<bool> SearchAsync(FollowUpCode code, string pasted, CancellationToken cancel)
    {
        if (!Wording.TryClean(pasted, out var clean)) return false;
        var text = Encoding.UTF8.GetBytes((clean ?? string.Empty).Trim());
        var root = code.Root();
        var hashes = new byte[BoxContent.MaxPieces][];
        for (var number = 0; number < hashes.Length; number++) hashes[number] = Commitments.LookupHash(root, number);

        await using var ask = _record.CreateCommand("""
            SELECT l.lookup_hash, i.leaf, i.focus_area_number, i.paragraph_number, i.kind, i.window_id
            FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id JOIN record.window_state s USING (window_id)
            WHERE l.lookup_hash = ANY($1) AND s.state = 'sealed'
            """);
        ask.Parameters.Add(new() { Value = hashes });
        (Guid Window, byte[] Leaf)? same = null;
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var lookup = (byte[])reader[0];
            var number = Array.FindIndex(hashes, hash => hash.AsSpan().SequenceEqual(lookup));
            var leaf = Commitments.Leaf(root, number, Number(reader, 2), Number(reader, 3), (InputKind)reader.GetInt32(4), text);
            if (CryptographicOperations.FixedTimeEquals(leaf, (byte[])reader[1])) same = (reader.GetGuid(5), leaf);
        }
        await reader.DisposeAsync();
        // Only for the right words under the right code, whose answer is no secret from whoever has both: a large window has megabytes of leaves.
        return same is { } found && await IsPrintedAsync(found.Window, found.Leaf, cancel);
    }

    private async Task<bool> IsPrintedAsync(Guid window, byte[] leaf, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("SELECT leaves FROM record.seal_page WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        return await ask.ExecuteScalarAsync(cancel) is byte[] leaves && Commitments.Covers(leaves, leaf);
    }

    private static int? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
