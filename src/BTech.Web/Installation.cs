using BTech.LocalDatabase;
using BTech.Web.Operations;
using BTech.Web.Settings;
using Npgsql;

namespace BTech.Web;

/// <summary>The databases of this installation: the operator's, or a local PostgreSQL that runs as long as somebody uses it.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly LocalPostgres? _local;

    private Installation(Databases databases, LocalPostgres? local)
    {
        Databases = databases;
        _local = local;
    }

    public Databases Databases { get; }

    /// <summary>Whether the databases are this installation's own PostgreSQL.</summary>
    public bool IsLocal => _local is not null;

    /// <summary>Whether the local PostgreSQL was started here; false also means that a running site looks after it.</summary>
    public bool StartedIt => _local is { WasStarted: true };

    public static async Task<Installation> OpenAsync(ConsultSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = settings.Databases;
        if (!given.AreLocal)
            return new Installation(new Databases(given.Owner, given.Agenda!, given.Team!, given.People!, given.Record!), null);

        LocalPostgres? local = null;
        try
        {
            local = await LocalPostgres.OpenAsync(new LocalPostgresOptions(settings.Data.Directory), cancel);
            var databases = await LocalRoles.EnsureAsync(local, Path.Combine(settings.Data.Directory, "roles.json"), cancel);
            return new Installation(databases, local);
        }
        catch (LocalPostgresException refusal)
        {
            throw new StartRefusedException(refusal.Message, refusal);
        }
        catch
        {
            if (local is not null) await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the schemas up to date where that is this process's business.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        if (Databases.Owner is null)
            throw new StartRefusedException("Setting ConnectionStrings__Owner: is missing; migrating needs the connection string of the role that owns the schemas.");
        try
        {
            await Migration.RunAsync(Databases.Owner, cancel);
        }
        catch (NpgsqlException unreachable) when (unreachable is not PostgresException)
        {
            throw new StartRefusedException("Setting ConnectionStrings__Owner: the server does not answer; start it, or correct the connection string.", unreachable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_local is null) return;
        NpgsqlConnection.ClearAllPools();
        await _local.DisposeAsync();
    }
}
