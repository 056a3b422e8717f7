using Npgsql;

namespace BTech.LocalDatabase;

/// <summary>
/// A PostgreSQL of one's own, reached by a socket only. Whoever opens it first starts it, others attach,
/// and the last one that closes it stops it; one that outlived a crash is attached to.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    internal const string Superuser = "postgres";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Place _place;
    private readonly Server _server;
    private readonly string _password;
    private FileStream? _use;

    private LocalPostgres(Place place, Server server, string password, FileStream use, bool wasStarted)
    {
        _place = place;
        _server = server;
        _password = password;
        _use = use;
        WasStarted = wasStarted;
    }

    /// <summary>Whether this call started the server; false when it attached to one that ran already.</summary>
    public bool WasStarted { get; }

    /// <summary>The folder of the server's socket.</summary>
    public string SocketDirectory => _place.Sockets;

    /// <summary>The port, which only names the socket: nothing listens on the network.</summary>
    public static int Port => Place.Port;

    /// <summary>Attaches to the server of this data directory, or starts it, making the cluster the first time.</summary>
    /// <exception cref="LocalPostgresException">It cannot be used here; the message says why and what to do.</exception>
    public static async Task<LocalPostgres> OpenAsync(LocalPostgresOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OperatingSystem.IsWindows())
            throw new LocalPostgresException("The local PostgreSQL runs on Linux and macOS: use the Windows Subsystem for Linux, or give the connection strings of a server.");

        var user = new ServerUser();
        FileStream? use = null;
        try
        {
            var place = await Place.OfAsync(options.Directory, user, cancel);
            await using var starting = await FileLock.ExclusiveAsync(place.StartLock, Patience, cancel);
            // From here on to the end: a start that is cut off would leave a server behind that nobody stops.
            cancel = CancellationToken.None;
            await user.OwnFolderAsync(place.Home, cancel);
            var binaries = await Binaries.InAsync(place.Home, options.NodeModules, user, cancel);
            var server = new Server(place, binaries, user, options);
            use = FileLock.Shared(place.UseLock);

            await server.CreateAsync(cancel);
            var password = (await File.ReadAllTextAsync(place.PasswordFile, cancel)).Trim();
            var connection = Connection(place, "postgres", Superuser, password);
            var runs = await AnswersAsync(connection, cancel);
            if (!runs) await server.StartAsync(() => AnswersAsync(connection, cancel), cancel);
            return new LocalPostgres(place, server, password, use, wasStarted: !runs);
        }
        catch (UnauthorizedAccessException cause)
        {
            use?.Dispose();
            throw new LocalPostgresException($"The local PostgreSQL in \"{options.Directory}\" belongs to another user: {cause.Message} Start as that user, or choose another data directory.", cause);
        }
        catch
        {
            use?.Dispose();
            throw;
        }
    }

    /// <summary>A connection string for a role, through the socket.</summary>
    public string ConnectionString(string database, string role, string password) => Connection(_place, database, role, password);

    /// <summary>A connection string for the server's superuser, who makes databases and roles.</summary>
    public string SuperuserConnectionString(string database = "postgres") => ConnectionString(database, Superuser, _password);

    /// <summary>Makes the database if it is missing.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString());
        await connection.OpenAsync(cancel);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(cancel) is not null) return;
        try
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(name)}", connection);
            await create.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was faster.
        }
    }

    /// <summary>Lets go of the server; the last one to do so stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use || OperatingSystem.IsWindows()) return;
        await use.DisposeAsync();
        await using var stopping = await FileLock.ExclusiveAsync(_place.StartLock, Patience, CancellationToken.None);
        await using var alone = FileLock.TryExclusive(_place.UseLock);
        if (alone is not null) await _server.StopAsync(CancellationToken.None);
    }

    private static string Connection(Place place, string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = place.Sockets,
        Port = Place.Port,
        Database = database,
        Username = role,
        Password = password,
        // The superuser appears in set-up only; a pool would keep its sessions for nothing.
        Pooling = role != Superuser,
        Timeout = 10,
    }.ConnectionString;

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new LocalPostgresException("The local PostgreSQL does not know the password that was kept beside it: remove its folder to start afresh.", refusal);
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
