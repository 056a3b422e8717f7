using Npgsql;

namespace BTech.Testing;

/// <summary>What somebody else has done and not committed yet, so that others come as far as they must wait for it. Undone when it is disposed of before.</summary>
public sealed class Underway : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlConnection _connection;

    private Underway(TestDatabase database, NpgsqlConnection connection)
    {
        _database = database;
        _connection = connection;
    }

    internal static async Task<Underway> BeginAsync(TestDatabase database, string sql)
    {
        // Not pooled: what is held is let go with the connection.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Superuser) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var begin = new NpgsqlCommand($"BEGIN; {sql}", connection);
            await begin.ExecuteNonQueryAsync();
            return new Underway(database, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many wait for it, or for somebody who does.</summary>
    public Task<long> WaitingAsync() => _database.AskAsync<long>($"""
        WITH RECURSIVE waiting (pid) AS (
          SELECT pid FROM pg_stat_activity WHERE {_connection.ProcessID} = ANY (pg_blocking_pids(pid))
          UNION SELECT activity.pid FROM waiting JOIN pg_stat_activity activity ON waiting.pid = ANY (pg_blocking_pids(activity.pid)))
        SELECT count(*) FROM waiting
        """);

    /// <summary>Waits until something that was begun must wait for it, with so many others.</summary>
    /// <exception cref="InvalidOperationException">It came to its end without.</exception>
    public async Task UntilWaitedForAsync(Task begun, int together = 1)
    {
        ArgumentNullException.ThrowIfNull(begun);
        while (!begun.IsCompleted && await WaitingAsync() < together) await Task.Yield();
        if (!begun.IsCompleted) return;
        await begun;
        throw new InvalidOperationException("It waited for nothing.");
    }

    /// <summary>Ends whoever waits for it at once.</summary>
    public Task EndWaitingAsync() => _database.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {_connection.ProcessID} = ANY (pg_blocking_pids(pid))");

    public async Task CommitAsync()
    {
        await using var commit = new NpgsqlCommand("COMMIT", _connection);
        await commit.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
