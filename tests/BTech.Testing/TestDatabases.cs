using System.Security.Cryptography;
using System.Text;
using BTech.Web.Operations;

namespace BTech.Testing;

/// <summary>
/// Databases for tests: one cluster shared by all test processes of this clone, one template per state of the code,
/// one copy per test class. The cluster stops when the last test process ends.
/// </summary>
public static class TestDatabases
{
    private static readonly Lazy<Task<TestServer>> Server = new(StartAsync);

    private static int _count;

    /// <summary>A fresh, migrated database.</summary>
    public static async Task<TestDatabase> NewAsync() => await CopyAsync(await Server.Value, (await Server.Value).Template);

    /// <summary>A copy of a database with everything in it. Whoever is still connected to that one is sent away.</summary>
    public static async Task<TestDatabase> CopyAsync(TestDatabase of)
    {
        ArgumentNullException.ThrowIfNull(of);
        await using (var connection = await (await Server.Value).OpenAsync("postgres"))
            await TestServer.ExecuteAsync(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{of.Name}'");
        return await CopyAsync(await Server.Value, of.Name);
    }

    private static async Task<TestDatabase> CopyAsync(TestServer server, string template)
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await using (var connection = await server.OpenAsync("postgres"))
        {
            await TestServer.ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template} OWNER consult_owner STRATEGY FILE_COPY");
            await TestServer.ExecuteAsync(connection, $"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO consult_agenda, consult_team, consult_people, consult_record");
        }
        return new TestDatabase(name, server.Databases(name), server.Superuser(name), async () =>
        {
            await using var connection = await server.OpenAsync("postgres");
            await TestServer.ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        });
    }

    private static async Task<TestServer> StartAsync()
    {
        var asked = Environment.GetEnvironmentVariable("TEST_POSTGRES");
        var server = (asked == "container" ? await TestServer.TryInContainerAsync() : null) ?? await TestServer.LocalAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await server.EnsureTemplateAsync(await TemplateNameAsync());
        return server;
    }

    // Whatever changes a schema or its grants changes one of these assemblies.
    private static async Task<string> TemplateNameAsync()
    {
        var modules = typeof(Migration).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("BTech.", StringComparison.Ordinal))
            .Select(name => System.Reflection.Assembly.Load(name).ManifestModule.ModuleVersionId.ToString())
            .Order(StringComparer.Ordinal);
        var state = string.Join('|', modules) + await LocalRoles.ScriptAsync(CancellationToken.None);
        return "template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16];
    }
}
