using Npgsql;

namespace BTech.Record.Boxes;

/// <summary>
/// Rewrites the boxes of all windows in one random order in one transaction, each under a fresh nonce, so that neither transaction
/// id, place on disk nor bytes tell which box was written when, and two snapshots differ in every row. It never parses a content.
/// </summary>
public sealed class Mixing
{
    private readonly NpgsqlDataSource _record;
    private readonly IBoxKeys _keys;

    internal Mixing(NpgsqlDataSource record, IBoxKeys keys) => (_record, _keys) = (record, keys);

    /// <summary>
    /// Opens a window's boxes on the Record side: its state row and one valid encryption of an empty content per invitation, in one
    /// shuffled transaction. Repeatable: what is there already stays.
    /// </summary>
    /// <returns>Whether it was done; not when another mix is running.</returns>
    public async Task<bool> CreateAsync(Guid windowId, DateTimeOffset closes, int boxBytes, int k, IEnumerable<Author> authors, CancellationToken cancel)
    {
        if (boxBytes is not (32 * 1024 or 64 * 1024 or 128 * 1024)) throw new ArgumentOutOfRangeException(nameof(boxBytes), "A box has 32, 64 or 128 KiB.");
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 5);
        return await RewriteAsync(
            [.. authors],
            connection => OpenWindowAsync(connection, windowId, closes, boxBytes, k, cancel),
            cancel);
    }

    /// <summary>Mixes all boxes and adds those of invitations prepared since.</summary>
    /// <returns>Whether it was done; not when another mix is running or saves leave no gap: try again later.</returns>
    public Task<bool> MixAsync(IEnumerable<Author> newcomers, CancellationToken cancel) =>
        RewriteAsync([.. newcomers], _ => Task.CompletedTask, cancel);

    /// <summary>Whether any box was written since the last mix, seen by its transaction id; asks for no row in particular.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("SELECT min(xmin::text) IS DISTINCT FROM max(xmin::text) FROM record.box");
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Moves the closing instant (closing early, or extending an open window).</summary>
    /// <returns>Whether the window is open on this side.</returns>
    public async Task<bool> MoveClosingAsync(Guid windowId, DateTimeOffset closes, CancellationToken cancel)
    {
        await using var move = _record.CreateCommand("UPDATE record.window_state SET closes_at = $2 WHERE window_id = $1 AND state = 'open'");
        move.Parameters.Add(new() { Value = windowId });
        move.Parameters.Add(new() { Value = closes.ToUniversalTime() });
        return await move.ExecuteNonQueryAsync(cancel) == 1;
    }

    private async Task<bool> RewriteAsync(IReadOnlyCollection<Author> newcomers, Func<NpgsqlConnection, Task> first, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        try
        {
            if (!await BoxRewrite.TryLockAsync(connection, cancel)) return false;
            await first(connection);
            using var rewrite = new BoxRewrite(connection, _keys);
            await rewrite.ReadAllAsync(except: null, cancel);
            await rewrite.AddAsync(newcomers, cancel);
            await rewrite.WriteAsync(cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
        catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    private static async Task OpenWindowAsync(NpgsqlConnection connection, Guid windowId, DateTimeOffset closes, int boxBytes, int k, CancellationToken cancel)
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO record.window_state (window_id, state, closes_at, box_bytes, smallest_group) VALUES ($1, 'open', $2, $3, $4) ON CONFLICT DO NOTHING",
            connection)
        {
            Parameters = { new() { Value = windowId }, new() { Value = closes.ToUniversalTime() }, new() { Value = boxBytes }, new() { Value = k } },
        };
        await insert.ExecuteNonQueryAsync(cancel);
    }
}
