using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace BTech.LocalDatabase;

/// <summary>Where the files of one local PostgreSQL lie. Commands find the same places by themselves, so they can attach.</summary>
/// <param name="Locks">The folder of the lock files; always in the data directory.</param>
/// <param name="Home">Binaries, cluster, password and log.</param>
/// <param name="Sockets">The folder of the server's socket; nobody but its user may enter.</param>
internal sealed record Place(string Locks, string Home, string Sockets)
{
    public const int Port = 5432;

    private const string ForRoot = "/var/lib/b-tech-consultation";
    private const int LongestSocket = 100;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string PasswordFile => Path.Combine(Home, "password");

    public string LogFile => Path.Combine(Home, "server.log");

    public string StartLock => Path.Combine(Locks, "start.lock");

    public string UseLock => Path.Combine(Locks, "use.lock");

    /// <summary>Finds the places, and makes their folders. The caller need not hold a lock: every step is the same for all.</summary>
    public static async Task<Place> OfAsync(string directory, ServerUser user, CancellationToken cancel)
    {
        var data = Path.GetFullPath(directory);
        var locks = Path.Combine(data, "postgresql");
        Directory.CreateDirectory(locks);

        var pointer = Path.Combine(locks, "elsewhere");
        string home;
        if (File.Exists(pointer)) home = (await File.ReadAllTextAsync(pointer, cancel)).Trim();
        else if (await user.ReachesAsync(locks, cancel)) home = locks;
        else
        {
            // A salt of its own, so that somebody who deletes the data directory starts afresh.
            home = Path.Combine(ForRoot, Hash(data + RandomNumberGenerator.GetHexString(16)));
            Directory.CreateDirectory(home);
            await File.WriteAllTextAsync(Path.Combine(home, "of"), data + "\n", cancel);
            await File.WriteAllTextAsync(pointer, home + "\n", cancel);
        }
        Directory.CreateDirectory(home);

        var sockets = home == locks ? Path.Combine(data, "s") : Path.Combine(home, "s");
        if (Encoding.UTF8.GetByteCount(Path.Combine(sockets, $".s.PGSQL.{Port}")) > LongestSocket) sockets = Path.Combine("/tmp", $"b-tech-{Hash(home)}");
        return new Place(locks, home, sockets);
    }

    /// <summary>The cluster's own folder; its files belong to one major version.</summary>
    public string Cluster(string major) => Path.Combine(Home, $"data-{major}");

    /// <summary>Makes the socket's folder, closed to everybody else.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task CloseSocketsAsync(ServerUser user, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Sockets, Private);
            // Fails if somebody else made a folder of this name first.
            File.SetUnixFileMode(Sockets, Private);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new LocalPostgresException($"The folder \"{Sockets}\" belongs to another user: remove it, or choose another data directory.", cause);
        }
        await user.OwnAsync(Sockets, cancel);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
