using System.Net;
using System.Net.Sockets;
using BTech.Testing;

namespace BTech.Web.Tests.Starting;

/// <summary>An installation for processes of their own: a test database, and a folder that goes when it goes.</summary>
internal sealed class Installed : IAsyncDisposable
{
    public const string Password = "seven brown bears 7";

    private Installed(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("consult process ").FullName;

    public static async Task<Installed> NewAsync() => new(await TestDatabases.NewAsync());

    /// <summary>The settings, with others added or put in their place; an empty one is left out.</summary>
    public Dictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://localhost:{FreePort()}",
            ["ConnectionStrings__Owner"] = Database.Owner,
            ["ConnectionStrings__Agenda"] = Database.Agenda,
            ["ConnectionStrings__Team"] = Database.Team,
            ["ConnectionStrings__People"] = Database.People,
            ["ConnectionStrings__Record"] = Database.Record,
            ["Data__Directory"] = Folder,
            ["Demo__Password"] = Password,
            ["Sample__Load"] = "false",
        };
        foreach (var (name, value) in more) settings[name] = value;
        foreach (var unset in settings.Where(setting => setting.Value.Length == 0).ToList()) settings.Remove(unset.Key);
        return settings;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
