using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.FollowUp;

/// <summary>
/// The inputs that their authors withdrew: a list of ids, rewritten whole in random order whenever one is added, and the same list as
/// tombstones outside the database. What stands here reaches no reader and no count; see <c>RecordContext</c>.
/// </summary>
public sealed class Withdrawals
{
    private readonly NpgsqlDataSource _record;
    private readonly ITombstones _tombstones;

    internal Withdrawals(NpgsqlDataSource record, ITombstones tombstones) => (_record, _tombstones) = (record, tombstones);

    /// <summary>Withdraws again what a restored backup has forgotten to be withdrawn.</summary>
    public async Task RestoreAsync(CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        var buried = await _tombstones.ReadAsync(cancel);
        if (await IsCompleteAsync(connection, [.. buried], cancel)) return;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LockAsync(connection, cancel);
        var known = await IdsAsync(connection, "SELECT input_id FROM record.withdrawal", null, cancel);
        // Tombstones of inputs that are not here may belong to a backup that is restored later.
        var missing = await IdsAsync(connection, "SELECT id FROM record.sealed_input WHERE id = ANY($1)", [.. buried.Except(known)], cancel);
        await WriteAsync(connection, [.. known, .. missing], cancel);
        await ForgetWordingsAsync(connection, [.. missing], cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Inside the release's transaction. The tombstones are written before it commits: too early is harmless, too late is not.</summary>
    internal async Task AddAsync(NpgsqlConnection connection, Guid[] contributors, CancellationToken cancel)
    {
        await LockAsync(connection, cancel);
        var known = await IdsAsync(connection, "SELECT input_id FROM record.withdrawal", null, cancel);
        var added = await IdsAsync(connection, "SELECT id FROM record.sealed_input WHERE contributor_id = ANY($1)", contributors, cancel);
        await WriteAsync(connection, [.. known.Union(added)], cancel);
        await ForgetWordingsAsync(connection, [.. added.Except(known)], cancel);
        await _tombstones.WriteAsync([.. known.Union(added).Union(await _tombstones.ReadAsync(cancel))], cancel);
    }

    // What drafts on the round once said may repeat what is withdrawn. What they say now is looked after by the check.
    private static async Task ForgetWordingsAsync(NpgsqlConnection connection, Guid[] withdrawn, CancellationToken cancel)
    {
        await using var forget = new NpgsqlCommand("""
            DELETE FROM record.draft_change WHERE report_id IN (SELECT r.id FROM record.summary_report r JOIN record.sealed_input i USING (window_id) WHERE i.id = ANY($1))
            """, connection);
        forget.Parameters.Add(new() { Value = withdrawn, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await forget.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Asked without holding anybody up, because it is asked often and nearly always so.</summary>
    private static async Task<bool> IsCompleteAsync(NpgsqlConnection connection, Guid[] buried, CancellationToken cancel) =>
        (await IdsAsync(connection, "SELECT id FROM record.sealed_input WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM record.withdrawal WHERE input_id = id)", buried, cancel)).Count == 0;

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var table = new NpgsqlCommand("LOCK TABLE record.withdrawal IN EXCLUSIVE MODE", connection);
        await table.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlConnection connection, string sql, Guid[]? among, CancellationToken cancel)
    {
        var ids = new List<Guid>();
        await using var ask = new NpgsqlCommand(sql, connection);
        if (among is not null) ask.Parameters.Add(new() { Value = among, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, List<Guid> ids, CancellationToken cancel)
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(ids));
        // Not TRUNCATE: a reader with an older snapshot would find no withdrawal at all and read every text again.
        await using (var empty = new NpgsqlCommand("DELETE FROM record.withdrawal", connection)) await empty.ExecuteNonQueryAsync(cancel);
        await using var copy = await connection.BeginBinaryImportAsync("COPY record.withdrawal (input_id) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var id in ids)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancel);
        }
        await copy.CompleteAsync(cancel);
    }
}
