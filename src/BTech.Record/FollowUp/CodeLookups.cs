using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BTech.Record.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.FollowUp;

/// <summary>
/// The hashes by which a follow-up code finds its inputs. They stand in a table of their own, because sealed rows are never updated and a
/// burnt code must lose them; the table is rewritten whole at each release, so that no row shows by its transaction which code was burnt when.
/// </summary>
internal static class CodeLookups
{
    public static async Task WriteAsync(NpgsqlConnection connection, List<(byte[] Hash, Guid Input)> lookups, CancellationToken cancel)
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(lookups));
        await using var copy = await connection.BeginBinaryImportAsync("COPY record.input_lookup (lookup_hash, input_id) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var (hash, input) in lookups)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(hash, NpgsqlDbType.Bytea, cancel);
            await copy.WriteAsync(input, NpgsqlDbType.Uuid, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    /// <summary>Replaces the hashes of these contributors' inputs by random bytes and rewrites all others with them.</summary>
    public static async Task BurnAsync(NpgsqlConnection connection, Guid[] contributors, CancellationToken cancel)
    {
        var lookups = new List<(byte[] Hash, Guid Input)>();
        await using (var table = new NpgsqlCommand("LOCK TABLE record.input_lookup IN ACCESS EXCLUSIVE MODE", connection)) await table.ExecuteNonQueryAsync(cancel);
        await using (var read = new NpgsqlCommand(
            "SELECT l.lookup_hash, l.input_id, i.contributor_id = ANY($1) FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id", connection)
        {
            Parameters = { new() { Value = contributors, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        })
        await using (var reader = await read.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel))
                lookups.Add((reader.GetBoolean(2) ? RandomNumberGenerator.GetBytes(Commitments.HashBytes) : (byte[])reader[0], reader.GetGuid(1)));
        await using (var empty = new NpgsqlCommand("TRUNCATE record.input_lookup", connection)) await empty.ExecuteNonQueryAsync(cancel);
        await WriteAsync(connection, lookups, cancel);
    }
}
