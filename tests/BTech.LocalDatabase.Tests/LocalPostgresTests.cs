using System.Diagnostics;
using Npgsql;
using Xunit;

namespace BTech.LocalDatabase.Tests;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"local database ü {Guid.NewGuid():N}"[..30]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LocalPostgresOptions Options => new(_directory) { IsDurable = false };

    public void Dispose()
    {
        if (Directory.Exists(_directory)) Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Open_NewDirectoryWithSpaces_MakesACluster()
    {
        await using var server = await LocalPostgres.OpenAsync(Options, Cancel);

        Assert.True(server.WasStarted);
        Assert.StartsWith("18", await AskAsync(server, "SHOW server_version"), StringComparison.Ordinal);
        Assert.Equal("UTF8", await AskAsync(server, "SHOW server_encoding"));
    }

    [Fact]
    public async Task Open_Always_LeavesNoChannelThatTellsWhoWroteWhat()
    {
        await using var server = await LocalPostgres.OpenAsync(Options with { IsDurable = true }, Cancel);

        foreach (var (setting, value) in new[]
        {
            ("log_statement", "none"), ("log_min_duration_statement", "-1"), ("log_parameter_max_length", "0"), ("log_parameter_max_length_on_error", "0"),
            ("log_error_verbosity", "terse"), ("log_min_error_statement", "panic"), ("track_commit_timestamp", "off"), ("wal_level", "minimal"),
            ("archive_mode", "off"), ("listen_addresses", ""), ("fsync", "on"), ("full_page_writes", "on"), ("password_encryption", "scram-sha-256"),
        })
            Assert.Equal(value, await AskAsync(server, $"SHOW {setting}"));
    }

    [Fact]
    public async Task Open_Twice_AttachesAndTheLastOneStops()
    {
        var first = await LocalPostgres.OpenAsync(Options, Cancel);
        var second = await LocalPostgres.OpenAsync(Options, Cancel);
        Assert.False(second.WasStarted);

        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "SELECT 1"));

        await second.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task Open_ManyAtOnce_OneStartsAndAllGetIn()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => LocalPostgres.OpenAsync(Options, Cancel))));

        Assert.Single(servers, server => server.WasStarted);
        await Task.WhenAll(servers.Select(server => server.EnsureDatabaseAsync("consult", Cancel)));
        Assert.Equal("1", await AskAsync(servers[3], "SELECT count(*)::text FROM pg_database WHERE datname = 'consult'"));
        foreach (var server in servers) await server.DisposeAsync();
    }

    [Fact]
    public async Task Open_WhileItRuns_TouchesNoFileOfTheServer()
    {
        await using var first = await LocalPostgres.OpenAsync(Options, Cancel);
        var file = Path.Combine(_directory, "postgresql", "comes and goes");
        await File.WriteAllTextAsync(file, "", Cancel);
        var before = await ChangedAsync(file);

        // Databases that others drop meanwhile would make a walk through the folder fail.
        await using (var second = await LocalPostgres.OpenAsync(Options, Cancel)) Assert.False(second.WasStarted);

        Assert.Equal(before, await ChangedAsync(file));
    }

    // The owner and the time at which it last changed, which .NET does not tell.
    private static async Task<string> ChangedAsync(string file)
    {
        var arguments = OperatingSystem.IsMacOS() ? new[] { "-f", "%u %c", file } : ["-c", "%u %Z", file];
        using var stat = Process.Start(new ProcessStartInfo("stat", arguments) { RedirectStandardOutput = true })!;
        return await stat.StandardOutput.ReadToEndAsync(Cancel);
    }

    [Fact]
    public async Task Open_AfterAKill_RecoversAndKeepsTheData()
    {
        var durable = Options with { IsDurable = true };
        var before = await LocalPostgres.OpenAsync(durable, Cancel);
        await AskAsync(before, "CREATE TABLE kept AS SELECT 'still here' AS text");
        Kill(_directory);

        await using var after = await LocalPostgres.OpenAsync(durable, Cancel);

        Assert.True(after.WasStarted);
        Assert.Equal("still here", await AskAsync(after, "SELECT text FROM kept"));
        await before.DisposeAsync();
    }

    [Fact]
    public async Task Open_PidOfAnotherProgram_StartsAllTheSame()
    {
        await (await LocalPostgres.OpenAsync(Options, Cancel)).DisposeAsync();
        var pid = Directory.EnumerateDirectories(Path.Combine(_directory, "postgresql"), "data-*").Single() + "/postmaster.pid";
        await File.WriteAllTextAsync(pid, $"{Environment.ProcessId}\n{Path.GetDirectoryName(pid)}\n1\n5432\n\n\n", Cancel);

        await using var server = await LocalPostgres.OpenAsync(Options, Cancel);

        Assert.True(server.WasStarted);
    }

    [Fact]
    public async Task Open_LongPath_UsesTheSameShortSocketEachTime()
    {
        var deep = Options with { Directory = Path.Combine(_directory, new string('a', 80), "b") };
        await using var first = await LocalPostgres.OpenAsync(deep, Cancel);
        await using var second = await LocalPostgres.OpenAsync(deep, Cancel);

        Assert.StartsWith("/tmp/b-tech-", first.SocketDirectory, StringComparison.Ordinal);
        Assert.False(second.WasStarted);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(first.SocketDirectory));
    }

    [Fact]
    public async Task Open_WithoutPassword_LetsNobodyIn()
    {
        await using var server = await LocalPostgres.OpenAsync(Options, Cancel);
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", "postgres", "wrong"));

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Open_BinariesMissing_SaysWhatToDo()
    {
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() =>
            LocalPostgres.OpenAsync(Options with { NodeModules = Path.Combine(_directory, "nothing") }, Cancel));
        Assert.Contains("npm ci", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FolderThatTheServersUserCannotReach_GoesElsewhereAndComesBack()
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows()) return;
        var closed = Path.Combine(_directory, "closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = Options with { Directory = Path.Combine(closed, "data") };

        string elsewhere;
        await using (var first = await LocalPostgres.OpenAsync(options, Cancel))
        {
            elsewhere = (await File.ReadAllTextAsync(Path.Combine(options.Directory, "postgresql", "elsewhere"), Cancel)).Trim();
            Assert.StartsWith("/var/lib/b-tech-consultation/", elsewhere, StringComparison.Ordinal);
            await using var second = await LocalPostgres.OpenAsync(options, Cancel);
            Assert.False(second.WasStarted);
        }
        Directory.Delete(elsewhere, recursive: true);
    }

    private static async Task<string?> AskAsync(LocalPostgres server, string question)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionString());
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(question, connection);
        return (await command.ExecuteScalarAsync(Cancel))?.ToString();
    }

    private static void Kill(string directory)
    {
        var pid = Directory.EnumerateDirectories(Path.Combine(directory, "postgresql"), "data-*").Single() + "/postmaster.pid";
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(pid).First(), System.Globalization.CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
    }
}
