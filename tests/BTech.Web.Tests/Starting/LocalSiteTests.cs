using System.Text.Json;
using BTech.Testing;

namespace BTech.Web.Tests.Starting;

/// <summary>The site on a PostgreSQL of its own: killed, attached to, and told to stop before it was open.</summary>
public sealed class LocalSiteTests : IDisposable
{
    // Made by the product: the server's user must get there when root runs the tests.
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"consult local {Guid.NewGuid():N}"[..32]);

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Killed_ItsDatabaseIsAttachedToAndStoppedByTheLast()
    {
        await using (var killed = ConsultProcess.Serve(Settings()))
        {
            await killed.OpenAsync();
            await killed.SignalAsync("KILL");
            await killed.EndAsync();
        }
        var orphan = await File.ReadAllTextAsync(Pid, TestContext.Current.CancellationToken);

        await using var site = ConsultProcess.Serve(Settings());
        await site.OpenAsync();
        var verb = await ConsultProcess.RunAsync(["database", "--json"], Settings());
        var after = await File.ReadAllTextAsync(Pid, TestContext.Current.CancellationToken);
        await site.SignalAsync("INT");
        var answer = await site.EndAsync();

        Assert.Equal((0, string.Empty), (verb.ExitCode, verb.Errors));
        using var addresses = JsonDocument.Parse(verb.Output);
        Assert.Equal(["agenda_uri", "owner_uri", "people_uri", "record_uri", "team_uri"], addresses.RootElement.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(orphan, after);
        Assert.Equal((0, string.Empty), (answer.ExitCode, answer.Errors));
        Assert.False(File.Exists(Pid));
    }

    [Fact]
    public async Task Stopped_BeforeItIsOpen_LeavesNoDatabaseBehind()
    {
        await using var site = ConsultProcess.Serve(Settings(("Sample__Load", "true")));
        // As soon as there is a server, and long before the sample is loaded.
        var deadline = Environment.TickCount64 + 120_000;
        while (!File.Exists(Pid) && !site.HasEnded && Environment.TickCount64 < deadline) await Task.Delay(20, TestContext.Current.CancellationToken);
        await site.SignalAsync("INT");
        var answer = await site.EndAsync();

        Assert.Equal((0, string.Empty, string.Empty), (answer.ExitCode, answer.Output, answer.Errors));
        Assert.False(File.Exists(Pid));
    }

    private string Pid => Path.Combine(_data, "postgresql", "data-18", "postmaster.pid");

    private Dictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://localhost:{Installed.FreePort()}",
            ["Data__Directory"] = _data,
            ["Sample__Load"] = "false",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return settings;
    }
}
