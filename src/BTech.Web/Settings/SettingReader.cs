using System.Globalization;

namespace BTech.Web.Settings;

/// <summary>Reads one setting at a time and refuses a bad value with its name and the remedy.</summary>
public sealed class SettingReader(IConfiguration configuration)
{
    /// <summary>The value, or null when the setting is unset or blank.</summary>
    public string? Text(string name)
    {
        var value = configuration[name.Replace("__", ":", StringComparison.Ordinal)];
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public int? Number(string name, int from, int to)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
        throw Refuse(name, $"\"{text}\" is not a whole number from {from} to {to}", "correct it or leave it unset");
    }

    public bool Flag(string name, bool unset) => Text(name) switch
    {
        null => unset,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Refuse(name, $"\"{text}\" is neither true nor false", "give one of the two or leave it unset"),
    };

    /// <summary>A folder, made if it is missing, in which this process can write.</summary>
    public string Folder(string name, string unset)
    {
        var path = Path.GetFullPath(Text(name) ?? unset);
        try
        {
            var isNew = !Directory.Exists(path);
            Directory.CreateDirectory(path);
            if (isNew && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return path;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Refuse(name, $"the folder \"{path}\" cannot be written", "give the user of this process the right to, or name another folder", cause);
        }
    }

    public static StartRefusedException Refuse(string name, string fault, string remedy, Exception? cause = null) =>
        new($"Setting {name}: {fault}; {remedy}.", cause);
}
