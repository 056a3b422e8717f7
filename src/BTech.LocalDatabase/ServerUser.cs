using System.Diagnostics;

namespace BTech.LocalDatabase;

/// <summary>
/// The user that the server's programs run as. PostgreSQL refuses root, so root runs them as <c>postgres</c>
/// or, where there is no such user, as <c>nobody</c>; everybody else runs them as themselves.
/// </summary>
internal sealed class ServerUser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string? _name;

    public ServerUser() => _name = Environment.IsPrivilegedProcess ? Named() : null;

    /// <summary>Whether the programs run as somebody else than this process.</summary>
    public bool IsAnother => _name is not null;

    /// <summary>Whether the server's user gets to this folder; every folder above must let it through.</summary>
    public async Task<bool> ReachesAsync(string folder, CancellationToken cancel) =>
        !IsAnother || (await RunAsync("test", ["-x", folder], cancel)).ExitCode == 0;

    /// <summary>Hands a file or a whole folder to the server's user. Not for the folder of a running server, whose files come and go.</summary>
    public Task OwnAsync(string path, CancellationToken cancel) => OwnAsync(["-R", _name!, path], path, cancel);

    /// <summary>Hands only the folder itself to the server's user, not what lies in it.</summary>
    public Task OwnFolderAsync(string path, CancellationToken cancel) => OwnAsync([_name!, path], path, cancel);

    private async Task OwnAsync(IReadOnlyList<string> arguments, string path, CancellationToken cancel)
    {
        if (!IsAnother) return;
        var (exitCode, output) = await RunAsync("chown", arguments, cancel, asServer: false);
        if (exitCode != 0) throw new LocalPostgresException($"The folder \"{path}\" cannot be given to the user {_name}: {output}");
    }

    /// <summary>Runs a program to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel, bool asServer = true)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            // The server's user may not be allowed into the folder that this process stands in.
            WorkingDirectory = "/",
        };
        if (asServer && _name is not null) start.UserName = _name;
        // PGDATA, PGPORT and their like in the caller's environment speak of another server.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Patience);
        try
        {
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, string.Join(' ', texts.Select(text => text.Trim()).Where(text => text.Length > 0)));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new LocalPostgresException($"{Path.GetFileName(program)} did not end within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private static string Named() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
