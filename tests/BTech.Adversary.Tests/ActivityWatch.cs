using Npgsql;

namespace BTech.Adversary.Tests;

/// <summary>Somebody with another session who looks at what the site's connections are doing, again and again, as fast as the server answers.</summary>
internal sealed class ActivityWatch : IAsyncDisposable
{
    private readonly HashSet<string> _statements = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _enough = new();
    private readonly Task _looking;

    private ActivityWatch(string superuser) => _looking = Task.Run(() => LookAsync(superuser));

    public static ActivityWatch Begin(string superuser) => new(superuser);

    /// <summary>Stops looking.</summary>
    /// <returns>Every statement that was seen, once each.</returns>
    public async Task<IReadOnlyCollection<string>> EndAsync()
    {
        await _enough.CancelAsync();
        await _looking;
        return _statements;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _enough.Dispose();
    }

    private async Task LookAsync(string superuser)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT DISTINCT query FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'consult%'", connection);
        await ask.PrepareAsync();
        while (!_enough.IsCancellationRequested)
        {
            await using var reader = await ask.ExecuteReaderAsync();
            while (await reader.ReadAsync()) _statements.Add(reader.GetString(0));
        }
    }
}
