using System.Security.Cryptography;
using System.Text.Json;
using BTech.LocalDatabase;
using BTech.Web.Settings;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>
/// On the local PostgreSQL, what the operator does in Production with docs/roles.sql: the same script,
/// and a random password for each role, kept where only this user can read it.
/// </summary>
public static class LocalRoles
{
    public const string Database = "consult";

    private const long LockNumber = 0x72_6f_6c_65_73;

    private static readonly string[] Roles = ["consult_owner", "consult_agenda", "consult_team", "consult_people", "consult_record"];

    /// <summary>Makes the database and the roles if they are missing, and tells how to connect.</summary>
    public static async Task<Databases> EnsureAsync(LocalPostgres server, string passwordFile, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        await server.EnsureDatabaseAsync(Database, cancel);
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionString(Database));
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockNumber})", cancel);

        if (await ReadAsync(passwordFile, cancel) is not { } passwords)
        {
            await ExecuteAsync(connection, await ScriptAsync(cancel), cancel);
            passwords = Roles.ToDictionary(role => role, _ => RandomNumberGenerator.GetHexString(32, lowercase: true));
            await SetPasswordsAsync(connection, passwords, cancel);
            await WriteAsync(passwordFile, passwords, cancel);
        }
        return Connections(server, Database, passwords);
    }

    /// <summary>The script of docs/roles.sql, for the database that the connection is in.</summary>
    public static async Task<string> ScriptAsync(CancellationToken cancel)
    {
        await using var script = typeof(LocalRoles).Assembly.GetManifestResourceStream("roles.sql")!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancel);
    }

    public static async Task SetPasswordsAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, string> passwords, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(passwords);
        // Only letters and digits of our own making get here; ALTER ROLE takes no parameters.
        foreach (var (role, password) in passwords) await ExecuteAsync(connection, $"ALTER ROLE {role} PASSWORD '{password}'", cancel);
    }

    public static Databases Connections(LocalPostgres server, string database, IReadOnlyDictionary<string, string> passwords)
    {
        return new Databases(To("consult_owner"), To("consult_agenda"), To("consult_team"), To("consult_people"), To("consult_record"));

        string To(string role) => server.ConnectionString(database, role, passwords[role]);
    }

    private static async Task<Dictionary<string, string>?> ReadAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(path, cancel)) is { } read && Roles.All(read.ContainsKey) ? read : null;
        }
        catch (JsonException)
        {
            // Half a file, left by a crash: new passwords are as good.
            return null;
        }
    }

    private static async Task WriteAsync(string path, Dictionary<string, string> passwords, CancellationToken cancel)
    {
        File.Delete(path);
        await using var file = PrivateFile.Create(path);
        await JsonSerializer.SerializeAsync(file, passwords, cancellationToken: cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
