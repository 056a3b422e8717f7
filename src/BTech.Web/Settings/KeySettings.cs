using BTech.Web.Crossings;

namespace BTech.Web.Settings;

/// <summary>Where window keys and the data-protection ring are kept: files, 0600, never in a backup.</summary>
/// <param name="Directory">Full path; exists, is writable, and lies outside every database directory.</param>
/// <param name="Command">Full path of the program that wraps the keys, which has answered its check; nothing where keys lie in their files as they are.</param>
public sealed record KeySettings(string Directory, string? Command = null)
{
    /// <summary>The ring that protects staff cookies and antiforgery tokens.</summary>
    public string ProtectionDirectory => Path.Combine(Directory, "protection");

    public static KeySettings Read(SettingReader setting, DataSettings data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var asked = Path.GetFullPath(setting.Text("Keys__Directory") ?? Path.Combine(data.Directory, "keys"));
        var cluster = Path.Combine(data.Directory, "postgresql") + Path.DirectorySeparatorChar;
        if ((asked + Path.DirectorySeparatorChar).StartsWith(cluster, StringComparison.Ordinal) || LiesInCluster(asked))
            throw SettingReader.Refuse("Keys__Directory", "the keys would lie inside a database directory", "name a folder elsewhere, so that a copy of the database never holds them");

        var directory = setting.Folder("Keys__Directory", asked);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        return new KeySettings(directory, Program(setting));
    }

    private static string? Program(SettingReader setting)
    {
        if (setting.Text("Keys__Command") is not { } text) return null;
        var program = Path.GetFullPath(text);
        return KeyProgram.Fault(program) is { } fault
            ? throw SettingReader.Refuse("Keys__Command", $"the program \"{program}\" cannot wrap keys: {fault}", "correct it, or leave it unset to keep keys as plain files")
            : program;
    }

    private static bool LiesInCluster(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PG_VERSION"))) return true;
        return false;
    }
}
