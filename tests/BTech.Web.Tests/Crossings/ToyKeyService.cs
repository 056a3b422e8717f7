namespace BTech.Web.Tests.Crossings;

/// <summary>
/// A program that wraps keys as an operator's would, by a toy cipher: letters moved, and only as long as the wrapping key's file is there.
/// What it is told in <c>mode</c> makes it fail.
/// </summary>
internal sealed class ToyKeyService : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("key service ");

    public ToyKeyService()
    {
        File.WriteAllText(Program, """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 9
            echo "$1 $2" >> calls
            mode=$(cat mode 2>/dev/null)
            [ "$mode" = "fail" ] && { echo "a secret complaint" >&2; exit 7; }
            [ "$mode" = "garbage" ] && { echo "not base 64!"; exit 0; }
            move() { tr 'A-Za-z' 'N-ZA-Mn-za-m'; }
            case "$1" in
              check) exit 0 ;;
              wrap) touch "key.$2"; read -r line; printf 'wrapped:%s' "$line" | move | base64 | tr -d '\n' ;;
              unwrap) [ -e "key.$2" ] || exit 3; read -r line; printf '%s' "$line" | base64 -d | move | sed 's/^wrapped://' ;;
              destroy) rm -f "key.$2"; [ "$mode" = "waiting" ] && exit 4; exit 0 ;;
              *) exit 64 ;;
            esac
            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => Path.Combine(_folder.FullName, "toy");

    /// <summary>What it was called with; never a secret.</summary>
    public string Calls => File.ReadAllText(Path.Combine(_folder.FullName, "calls"));

    /// <summary>The wrapping keys that exist.</summary>
    public IReadOnlyList<string> WrappingKeys => [.. _folder.EnumerateFiles("key.*").Select(file => file.Name[4..]).Order(StringComparer.Ordinal)];

    public void Behave(string mode) => File.WriteAllText(Path.Combine(_folder.FullName, "mode"), mode);

    public void Dispose() => _folder.Delete(recursive: true);
}
