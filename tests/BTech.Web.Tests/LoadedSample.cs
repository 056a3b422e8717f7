using BTech.Testing;
using BTech.Web.Operations;

[assembly: AssemblyFixture(typeof(BTech.Web.Tests.LoadedSample))]

namespace BTech.Web.Tests;

/// <summary>The Tunis sample, loaded once for all classes that look at it: each gets a site of its own on a copy.</summary>
public sealed class LoadedSample : IAsyncDisposable
{
    private readonly Lazy<Task<Stored>> _stored = new(LoadAsync);

    /// <summary>Password of the sample's staff.</summary>
    public static Dictionary<string, string> Settings { get; } = new() { ["Demo__Password"] = "seven brown bears 7" };

    /// <summary>A site on a copy of it.</summary>
    public async Task<(TestHost Host, SampleResult Sample)> CopyAsync()
    {
        var stored = await _stored.Value;
        return (await TestHost.StartCopyAsync(stored.Database, stored.Folder, Settings), stored.Sample);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stored.IsValueCreated) return;
        var stored = await _stored.Value;
        await stored.Database.DisposeAsync();
        Directory.Delete(stored.Folder, recursive: true);
    }

    private static async Task<Stored> LoadAsync()
    {
        var database = await TestDatabases.NewAsync();
        var folder = Directory.CreateTempSubdirectory("consult-sample-").FullName;
        await using var host = await TestHost.StartAsync(database, settings: Settings);
        var sample = await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, default));
        TestHost.CopyFolder(host.Folder, folder);
        return new Stored(database, folder, sample);
    }

    private sealed record Stored(TestDatabase Database, string Folder, SampleResult Sample);
}
