using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace BTech.LocalDatabase;

/// <summary>One cluster and the server on it: made, started, stopped. The caller holds the start lock.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Server(Place place, Binaries binaries, ServerUser user, LocalPostgresOptions options)
{
    private readonly string _cluster = place.Cluster(binaries.Major);

    /// <summary>Makes the cluster if there is none.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        if (Directory.Exists(_cluster)) return;
        if (!File.Exists(place.PasswordFile))
        {
            await using (var file = new FileStream(place.PasswordFile, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
                await file.WriteAsync(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(40, lowercase: true)), cancel);
            await user.OwnAsync(place.PasswordFile, cancel);
        }

        // Made aside and renamed: a killed initdb leaves nothing that looks like a cluster.
        var aside = _cluster + ".new";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        Directory.CreateDirectory(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await user.OwnAsync(aside, cancel);
        List<string> arguments =
            ["-D", aside, "-U", LocalPostgres.Superuser, "-E", "UTF8", "--locale=C.UTF-8", $"--pwfile={place.PasswordFile}", "--auth-local=scram-sha-256", "--auth-host=scram-sha-256"];
        if (!options.IsDurable) arguments.Add("--no-sync");
        var (exitCode, output) = await user.RunAsync(binaries.Program("initdb"), arguments, cancel);
        if (exitCode != 0) throw new LocalPostgresException($"The local PostgreSQL could not be set up in \"{place.Home}\": {output}");
        await File.AppendAllTextAsync(Path.Combine(aside, "postgresql.conf"), "\ninclude = 'consult.conf'\n", cancel);
        Directory.Move(aside, _cluster);
    }

    /// <summary>Starts the server and waits until it takes connections.</summary>
    public async Task StartAsync(Func<Task<bool>> answers, CancellationToken cancel)
    {
        await place.CloseSocketsAsync(user, cancel);
        await WriteSettingsAsync(cancel);

        // The lock file of a server that was just killed, or is still stopping, stands in the way for a moment.
        var deadline = Environment.TickCount64 + 30_000;
        while (true)
        {
            var output = await TryStartAsync(cancel);
            // Asked whatever became of this start: another process may have started the server meanwhile.
            if (await answers()) return;
            if (Environment.TickCount64 > deadline)
                throw new LocalPostgresException($"The local PostgreSQL does not start: {LastLine(output)} (log \"{place.LogFile}\")");
            RemoveStalePidFile();
            await Task.Delay(300, cancel);
        }
    }

    /// <summary>Tries to start the server.</summary>
    /// <returns>What was said about it.</returns>
    private async Task<string> TryStartAsync(CancellationToken cancel)
    {
        try
        {
            // Files that somebody else put there: a folder copied back by root, for example.
            await user.OwnAsync(place.Home, cancel);
        }
        catch (LocalPostgresException vanished)
        {
            // A server that is still stopping removes files meanwhile.
            return vanished.Message;
        }
        return (await user.RunAsync(binaries.Program("pg_ctl"), ["start", "-D", _cluster, "-l", place.LogFile, "-w", "-t", "60", "-s"], cancel)).Output;
    }

    /// <summary>Ends all sessions and stops the server.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (!File.Exists(PidFile)) return;
        await user.RunAsync(binaries.Program("pg_ctl"), ["stop", "-D", _cluster, "-m", "fast", "-w", "-t", "60", "-s"], cancel);
    }

    private string PidFile => Path.Combine(_cluster, "postmaster.pid");

    // After a crash the number may belong to any other program of this user; PostgreSQL would then refuse for ever.
    private void RemoveStalePidFile()
    {
        try
        {
            if (!File.Exists(PidFile) || !int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)) return;
            var program = new FileInfo($"/proc/{id}/exe").LinkTarget;
            if (program is not null && Path.GetFileName(program.Replace(" (deleted)", "", StringComparison.Ordinal)) != "postgres") File.Delete(PidFile);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Somebody else's process, or gone in the meantime: PostgreSQL itself treats such a file as stale.
        }
    }

    private async Task WriteSettingsAsync(CancellationToken cancel)
    {
        var durable = options.IsDurable ? "on" : "off";
        var path = Path.Combine(_cluster, "consult.conf");
        await File.WriteAllTextAsync(path, $"""
            # Written at each start.
            listen_addresses = ''
            port = {Place.Port}
            unix_socket_directories = '{Quoted(place.Sockets)}'
            unix_socket_permissions = 0700
            max_connections = {options.MaxConnections}
            password_encryption = scram-sha-256
            timezone = 'UTC'
            jit = off

            # Nothing in the log, the log of writes or the activity view may tell who wrote what when.
            log_destination = 'stderr'
            logging_collector = off
            log_statement = none
            log_min_duration_statement = -1
            log_min_duration_sample = -1
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_min_messages = fatal
            log_checkpoints = off
            log_connections = ''
            log_disconnections = off
            log_lock_waits = off
            log_temp_files = -1
            log_autovacuum_min_duration = -1
            track_commit_timestamp = off
            track_activity_query_size = 100
            wal_level = minimal
            max_wal_senders = 0
            archive_mode = off

            fsync = {durable}
            synchronous_commit = {durable}
            full_page_writes = {durable}

            """, cancel);
        await user.OwnAsync(path, cancel);
    }

    // A list of quoted names inside a quoted value.
    private static string Quoted(string folder) => $"\"{folder.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}\"";

    private string LastLine(string output)
    {
        try
        {
            return File.ReadLines(place.LogFile).LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal)) ?? output;
        }
        catch (IOException)
        {
            return output;
        }
    }
}
