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
