using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BTech.Benchmarks.Measuring;
using BTech.LocalDatabase;
using Npgsql;

namespace BTech.Benchmarks.Product;

/// <summary>
/// The product as an operator starts it: its own build in Production, roles made by the shipped script, migrated by its verb,
/// on a PostgreSQL that keeps its promises (<c>fsync</c> on), with a made-up window in which people may write.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly string[] Modules = ["owner", "agenda", "team", "people", "record"];

    private readonly string _folder = Directory.CreateTempSubdirectory("btech-perf-").FullName;
    private readonly string _password = RandomNumberGenerator.GetHexString(24, lowercase: true);
    private LocalPostgres? _postgres;
    private Process? _site;

    private Installation()
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    /// <summary>The made-up consultation's slug.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Codes of the personal links of everybody invited, unused.</summary>
    public Queue<string> Codes { get; } = new();

    public string SuperuserConnection(string database = "consult") => _postgres!.SuperuserConnectionString(database);

    public string SocketFolder => _postgres!.SocketDirectory;

    public static Task<Installation> StartAsync(int participants, CancellationToken cancel) => MadeAsync(async installation =>
    {
        await installation.PrepareAsync(participants, cancel);
        await installation.ServeAsync(cancel);
    });

    /// <summary>Likewise without the site and without a window: for work that a site beside it would disturb.</summary>
    public static Task<Installation> PrepareOnlyAsync(CancellationToken cancel) => MadeAsync(installation => installation.MigrateAsync(cancel));

    /// <summary>Runs one of the product's commands.</summary>
    /// <param name="verb">The command.</param>
    /// <param name="input">Its standard input, where it reads any.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<Ran> RunAsync(IReadOnlyList<string> verb, string? input, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var process = Product(verb, takesInput: input is not null);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
        }
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        long? peak = null;
        var ended = process.WaitForExitAsync(cancel);
        while (await Task.WhenAny(ended, Task.Delay(100, cancel)) != ended) peak = Peak(process.Id) ?? peak;
        await ended;
        return process.ExitCode == 0
            ? new Ran(await output, watch.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>The password of the made-up staff.</summary>
    public string StaffPassword => $"measured {_password}";

    /// <summary>A database of its own on the same server, for a peer.</summary>
    public async Task<string> PeerDatabaseAsync(CancellationToken cancel)
    {
        await _postgres!.EnsureDatabaseAsync("peer", cancel);
        // Pooled, as any site would have it; the superuser's own connections are not.
        return new NpgsqlConnectionStringBuilder(SuperuserConnection("peer")) { Pooling = true, MaxPoolSize = 16 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is { HasExited: false })
        {
            _site.Kill(entireProcessTree: true);
            await _site.WaitForExitAsync();
        }
        _site?.Dispose();
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Installation> MadeAsync(Func<Installation, Task> make)
    {
        var installation = new Installation();
        try
        {
            await make(installation);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BTech.Consultation.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run from a checkout of the repository.");
        }
    }

    private async Task PrepareAsync(int participants, CancellationToken cancel)
    {
        await MigrateAsync(cancel);
        var made = await RunAsync(["seed", "synthetic", "--participants", participants.ToString(CultureInfo.InvariantCulture), "--inputs", "0", "--json"], null, cancel);
        using var json = JsonDocument.Parse(made.Output);
        Slug = json.RootElement.GetProperty("consultation").GetString()!;
        foreach (var link in json.RootElement.GetProperty("links").EnumerateArray()) Codes.Enqueue(link.GetString()!.Split('/')[^1]);
    }

    private async Task MigrateAsync(CancellationToken cancel)
    {
        _postgres = await LocalPostgres.OpenAsync(new LocalPostgresOptions(Path.Combine(_folder, "database")), cancel);
        await _postgres.EnsureDatabaseAsync("consult", cancel);
        await using (var source = NpgsqlDataSource.Create(SuperuserConnection()))
        {
            await using var roles = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Root, "docs", "roles.sql"), cancel));
            await roles.ExecuteNonQueryAsync(cancel);
            foreach (var module in Modules)
            {
                // Made here of hexadecimal digits: ALTER ROLE takes no parameters.
                await using var password = source.CreateCommand($"ALTER ROLE consult_{module} PASSWORD '{_password}'");
                await password.ExecuteNonQueryAsync(cancel);
            }
        }
        await RunAsync(["migrate"], null, cancel);
    }

    private async Task ServeAsync(CancellationToken cancel)
    {
        _site = Product([]);
        // What it prints goes nowhere: a full pipe would stop it.
        _site.OutputDataReceived += (_, _) => { };
        var errors = new List<string>();
        _site.ErrorDataReceived += (_, line) => { if (line.Data is not null && errors.Count < 50) errors.Add(line.Data); };
        _site.BeginOutputReadLine();
        _site.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 240; tries++)
        {
            if (_site.HasExited) throw new InvalidOperationException($"The product did not start: {string.Join('\n', errors)}");
            try
            {
                using var ready = await http.GetAsync(new Uri("health/ready", UriKind.Relative), cancel);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(250, cancel);
        }
        throw new InvalidOperationException("The product is not ready after a minute.");
    }

    private static long? Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Process Product(IReadOnlyList<string> verb, bool takesInput = false)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        var assembly = Path.Combine(Root, "src", "BTech.Web", "bin", configuration, "net10.0", "BTech.Web.dll");
        var environment = Modules.ToDictionary(
            module => $"ConnectionStrings__{char.ToUpperInvariant(module[0])}{module[1..]}", module => _postgres!.ConnectionString("consult", $"consult_{module}", _password));
        environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        environment["Site__PublicUrl"] = "https://consult.example.org";
        environment["Data__Directory"] = Path.Combine(_folder, "data");
        // Says that this installation is for measuring: without it, Production refuses made-up data.
        environment["Demo__Password"] = StaffPassword;
        environment["Keys__Directory"] = Path.Combine(_folder, "keys");
        return Programs.Start("dotnet", [assembly, .. verb], environment, Path.Combine(Root, "src", "BTech.Web"), takesInput);
    }
}
