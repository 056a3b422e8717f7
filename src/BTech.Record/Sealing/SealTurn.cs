using Npgsql;

namespace BTech.Record.Sealing;

/// <summary>One act on a window's seal at a time over all nodes; the turn goes with its connection.</summary>
internal sealed class SealTurn : IAsyncDisposable
{
    private readonly NpgsqlConnection _guard;

    private SealTurn(NpgsqlConnection guard) => _guard = guard;

    /// <summary>Takes the turn; nothing when somebody else has it.</summary>
    public static async Task<SealTurn?> TryTakeAsync(NpgsqlDataSource record, Guid window, CancellationToken cancel)
    {
        var guard = await record.OpenConnectionAsync(cancel);
        var isTaken = false;
        try
        {
            await using var hold = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended('btc/v1/seal' || $1::text, 0))", guard) { Parameters = { new() { Value = window } } };
            isTaken = await hold.ExecuteScalarAsync(cancel) is true;
            return isTaken ? new SealTurn(guard) : null;
        }
        finally
        {
            if (!isTaken) await guard.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _guard);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
        finally
        {
            await _guard.DisposeAsync();
        }
    }
}
