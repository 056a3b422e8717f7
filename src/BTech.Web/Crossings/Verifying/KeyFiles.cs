using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Record.Verification;
using BTech.Web.Settings;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether the keys are where they should be and nowhere else: private files, there while a window can be written in, gone with its seal
/// (invariants 8 and 25). Everything in their directory counts: keys of requests and the list of withdrawn inputs as well;
/// where a program wraps keys, none lies there unwrapped.
/// </summary>
public sealed class KeyFiles(KeySettings settings, KeyRing keys, CommentWindows windows)
{
    public async Task<Verified> LookAsync(Guid? windowId, CancellationToken cancel)
    {
        var found = new List<string>();
        if (!OperatingSystem.IsWindows()) found.AddRange(Loose(settings.Directory));
        if (settings.Command is not null) found.AddRange(Plain(settings.Directory));
        foreach (var window in (await windows.AllAsync(cancel)).Where(one => one is { Kind: RoundKind.Written, IsOpened: true, IsRehearsal: false } && (windowId is null || one.Id == windowId)))
        {
            try
            {
                var there = await keys.FindAsync(window.Id, cancel);
                if (window.IsSealed && there != KeysFound.None) found.Add($"{window.Id:D}: key left");
                if (!window.IsSealed && there != KeysFound.All) found.Add($"{window.Id:D}: key missing");
            }
            catch (UnauthorizedAccessException)
            {
                // Others can reach it, which stands in the list already.
            }
        }
        return Verified.RedIf("keys", [8, 25], found);
    }

    // Keys made before the program was named, which a stolen disk would give away; the cookie's key always lies as it is.
    private static IEnumerable<string> Plain(string directory) => Directory.EnumerateFiles(directory, "*.key", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "cookie.key" && new FileInfo(file).Length == BoxKey.Length).Select(file => $"{file}: not wrapped");

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static IEnumerable<string> Loose(string directory)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        // What lies within a folder that is closed to others is closed to them as well.
        if ((File.GetUnixFileMode(directory) & others) != 0) yield return directory;
        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToList();
        foreach (var path in files.Concat(files.Where(file => Path.GetExtension(file) == ".key").Select(file => Path.GetDirectoryName(file)!).Distinct()))
            if ((File.GetUnixFileMode(path) & others) != 0) yield return path;
    }
}
