using System.Diagnostics;
using System.Globalization;
using BTech.LocalDatabase;
using BTech.Web.Operations;
using BTech.Web.Settings;
using DotNet.Testcontainers.Builders;
using Npgsql;
using Testcontainers.PostgreSql;

namespace BTech.Testing;

/// <summary>The server below the test databases: the local PostgreSQL, or a container where one is asked for.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private const long TemplateLock = 0x74_65_73_74;

    // The cluster is thrown away with the clone; what counts is that modules use different roles.
    private static readonly Dictionary<string, string> Passwords = new[] { "consult_owner", "consult_agenda", "consult_team", "consult_people", "consult_record" }
        .ToDictionary(role => role, role => "test" + role.Replace("_", "", StringComparison.Ordinal));

    private readonly string _superuser;
    private readonly IAsyncDisposable _server;

    private TestServer(string superuser, IAsyncDisposable server)
    {
        _superuser = superuser;
        _server = server;
    }

    public string Template { get; private set; } = "";

    public static async Task<TestServer> LocalAsync()
    {
        var repository = DataSettings.Repository() ?? AppContext.BaseDirectory;
        var server = await LocalPostgres.OpenAsync(
            new LocalPostgresOptions(Path.Combine(repository, ".data", "tests")) { IsDurable = false, MaxConnections = 400 }, CancellationToken.None);
        return new TestServer(server.SuperuserConnectionString(), server);
    }

    /// <summary>A server in a container; nothing where no engine answers.</summary>
    public static async Task<TestServer?> TryInContainerAsync()
    {
        try
        {
            var container = new PostgreSqlBuilder("postgres:18").WithDatabase("postgres").WithCommand("-c", "max_connections=400").Build();
            await container.StartAsync();
            return new TestServer(container.GetConnectionString(), container);
        }
        catch (DockerUnavailableException)
        {
            await Console.Error.WriteLineAsync("TEST_POSTGRES=container, but no container engine answers: the tests use the local PostgreSQL.");
            return null;
        }
    }

    public string Superuser(string database) => new NpgsqlConnectionStringBuilder(_superuser) { Database = database, Pooling = false }.ConnectionString;

    public Databases Databases(string database)
    {
        return new Databases(To("consult_owner"), To("consult_agenda"), To("consult_team"), To("consult_people"), To("consult_record"));

        string To(string role) => new NpgsqlConnectionStringBuilder(_superuser)
        {
            Database = database,
            Username = role,
            Password = Passwords[role],
            Pooling = role != "consult_owner",
            MaxPoolSize = 30,
        }.ConnectionString;
    }

    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(Superuser(database));
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Makes the template of this state of the code, once for all processes, and clears away what earlier runs left.</summary>
    public async Task EnsureTemplateAsync(string name)
    {
        Template = name;
        await using var connection = await OpenAsync("postgres");
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({TemplateLock})");
        await DropLeftoversAsync(connection, name);
        if (await ExistsAsync(connection, name)) return;

        var building = $"building_{name}";
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {building} WITH (FORCE)");
        await ExecuteAsync(connection, $"CREATE DATABASE {building}");
        await using (var inside = await OpenAsync(building))
        {
            await ExecuteAsync(inside, await LocalRoles.ScriptAsync(CancellationToken.None));
            await LocalRoles.SetPasswordsAsync(inside, Passwords, CancellationToken.None);
        }
        await Migration.RunAsync(Databases(building).Owner!, CancellationToken.None);
        await ExecuteAsync(connection, $"ALTER DATABASE {building} RENAME TO {name}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    // Databases of test processes that ended without clearing up, and templates of code that is long gone. The newest
    // templates stay: another process of this clone may have been built from other code.
    private static async Task DropLeftoversAsync(NpgsqlConnection connection, string keep)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname LIKE 'template\\_%' ORDER BY oid DESC", connection))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));

        var old = names.Where(name => name.StartsWith("template_", StringComparison.Ordinal) && name != keep).Skip(5)
            .Concat(names.Where(name => name.StartsWith("test_", StringComparison.Ordinal) && !IsInUse(name)));
        foreach (var name in old) await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static bool IsInUse(string name)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(name.Split('_')[1], CultureInfo.InvariantCulture));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
