using BTech.Web.Crossings;

namespace BTech.Web.Settings;

/// <summary>How backups, archived logs and log files from before a seal are removed at its sixth step.</summary>
/// <param name="Command">Full path of the operator's program, which has answered its check; nothing where nobody but the operator can remove them.</param>
public sealed record CopySettings(string? Command = null)
{
    public static CopySettings Read(SettingReader setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (setting.Text("Copies__Command") is not { } text) return new CopySettings();
        var program = Path.GetFullPath(text);
        return OldCopies.Fault(program) is { } fault
            ? throw SettingReader.Refuse("Copies__Command", $"the program \"{program}\" cannot remove old copies: {fault}", "correct it, or leave it unset and remove them by hand after each seal")
            : new CopySettings(program);
    }
}
