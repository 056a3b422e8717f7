using BTech.Web.Settings;
using Npgsql;

namespace BTech.Testing;

/// <summary>A migrated copy of all four schemas, for one test class alone; dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(string name, Databases databases, string superuser, Func<Task> drop)
    {
        Name = name;
        Databases = databases;
        Superuser = superuser;
        _drop = drop;
    }

    public string Name { get; }

    public Databases Databases { get; }

    public string Owner => Databases.Owner!;

    public string Agenda => Databases.Agenda;

    public string Team => Databases.Team;

    public string People => Databases.People;

    public string Record => Databases.Record;

    /// <summary>For what an attacker with the whole server would see.</summary>
    public string Superuser { get; }

    /// <summary>Does something as the superuser, which no part of the product is.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var superuser = NpgsqlDataSource.Create(Superuser);
        await using var command = superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The one value that the superuser is answered.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var superuser = NpgsqlDataSource.Create(Superuser);
        await using var ask = superuser.CreateCommand(sql);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>The first column of what the superuser is answered, as text; nothing for what is not there.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var superuser = NpgsqlDataSource.Create(Superuser);
        await using var ask = superuser.CreateCommand(sql);
        await using var reader = await ask.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Does something as the superuser in a transaction that goes on.</summary>
    public Task<Underway> BeginAsync(string sql) => Underway.BeginAsync(this, sql);

    /// <summary>Lets a question come as far as it must wait for what is taken and changed here, commits that, and lets it go on.</summary>
    public async Task<T> ChangedUnderwayAsync<T>(Func<Task<T>> question, string sql)
    {
        await using var change = await BeginAsync(sql);
        var asked = Task.Run(question);
        await change.UntilWaitedForAsync(asked);
        await change.CommitAsync();
        return await asked;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connectionString in new[] { Owner, Agenda, Team, People, Record })
        {
            await using var pool = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pool);
        }
        await _drop();
    }
}
