using System.Net;
using System.Net.Sockets;
using BTech.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace BTech.Testing;

/// <summary>
/// The real site over a test database: its settings overridden, its clock in the test's hand, its files in a folder that goes
/// when it goes. Jobs do not run by themselves; a test calls their RunDueAsync.
/// </summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    // Each host would watch its settings and its style sheet, and a machine that runs many tests has only so many watches.
    static TestHost()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }

    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly string _environment;
    private readonly bool _ownsDatabase;

    private TestHost(TestDatabase database, bool ownsDatabase, string environment, Dictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        Database = database;
        _ownsDatabase = ownsDatabase;
        _environment = environment;
        _settings = settings;
        _services = services;
        Directory.CreateDirectory(Folder);
        Clock.AutoAdvanceAmount = TimeSpan.Zero;
    }

    public TestDatabase Database { get; }

    /// <summary>Starts at the true time, so that cookies of a real browser or client do not look expired.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>Everything the site writes to files.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"consult-test-{Guid.NewGuid():N}");

    public string MailFolder => Path.Combine(Folder, "mail");

    public string KeysFolder => Path.Combine(Folder, "keys");

    /// <summary>Starts the site in memory on a database of its own, or on the one given.</summary>
    public static async Task<TestHost> StartAsync(TestDatabase? database = null, string environment = "Development",
        Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var host = new TestHost(database ?? await TestDatabases.NewAsync(), database is null, environment, settings ?? [], services);
        host.StartServer();
        return host;
    }

    /// <summary>Starts another site on copies of everything that one has stored, which must have ended: its database and its files.</summary>
    public static async Task<TestHost> StartCopyAsync(TestDatabase database, string folder, Dictionary<string, string>? settings = null)
    {
        var host = new TestHost(await TestDatabases.CopyAsync(database), true, "Development", settings ?? [], null);
        CopyFolder(folder, host.Folder);
        host.StartServer();
        return host;
    }

    /// <summary>Copies a site's files as they are, with the rights that they have.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            var made = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
            if (!OperatingSystem.IsWindows()) made.UnixFileMode = File.GetUnixFileMode(folder);
        }
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    /// <summary>Likewise on a real port of this machine, for a browser; the address is <see cref="Address"/>.</summary>
    public static async Task<TestHost> ListenAsync(TestDatabase? database = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var port = FreePort();
        var host = new TestHost(database ?? await TestDatabases.NewAsync(), database is null, "Development",
            new Dictionary<string, string>(settings ?? []) { ["Site:PublicUrl"] = $"http://localhost:{port}" }, services)
        {
            Address = new Uri($"http://localhost:{port}/"),
        };
        host.UseKestrel(port);
        host.StartServer();
        return host;
    }

    /// <summary>Where a browser finds the site.</summary>
    public Uri Address { get; private init; } = new("http://localhost/");

    /// <summary>A visitor with cookies of their own.</summary>
    public FormClient NewVisitor() => new(CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = Address, HandleCookies = true, AllowAutoRedirect = true }));

    /// <summary>Does something with the site's own classes.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something with the site's own classes.</summary>
    public async Task WithAsync<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs a job once, as the loop would.</summary>
    public Task RunAsync<TJob>(CancellationToken cancel = default) where TJob : class, IJob => WithAsync<TJob>(job => job.RunDueAsync(cancel));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase) await Database.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ConnectionStrings:Agenda"] = Database.Agenda,
            ["ConnectionStrings:Team"] = Database.Team,
            ["ConnectionStrings:People"] = Database.People,
            ["ConnectionStrings:Record"] = Database.Record,
            ["Data:Directory"] = Folder,
            ["Keys:Directory"] = KeysFolder,
            ["Site:PublicUrl"] = _environment == "Production" ? "https://localhost" : "http://localhost",
            ["Sample:Load"] = "false",
            // A product that runs on this machine at the usual port is none of the tests' business.
            ["urls"] = "http://localhost:0",
        }) builder.UseSetting(name, value);
        foreach (var (name, value) in _settings) builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            foreach (var loop in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(JobLoop)).ToList())
                services.Remove(loop);
            services.ShareModels();
            // The product's figure makes a hash cost a tenth of a second; a test has nobody to keep out.
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            _services?.Invoke(services);
        });
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
