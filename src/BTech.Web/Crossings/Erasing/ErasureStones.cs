using System.Text;
using BTech.Agenda.Retention;

namespace BTech.Web.Crossings.Erasing;

/// <summary>
/// What was erased of which window, in <c>{Keys}/erased</c>, one a line, sorted and rewritten whole: <c>window kind</c>. It lies with the keys
/// because that folder is in no backup and is never taken back to a time before an erasure, so that a restored database is erased again.
/// </summary>
public sealed class ErasureStones(string keysDirectory)
{
    private readonly string _file = Path.Combine(keysDirectory, "erased");

    public IReadOnlySet<(Guid Window, ErasureKind Kind)> Read()
    {
        var lines = Encoding.ASCII.GetString(PrivateFiles.Read(_file) ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(line => line.Split(' ')).Select(parts => (Guid.Parse(parts[0]), Enum.Parse<ErasureKind>(parts[1]))).ToHashSet();
    }

    /// <summary>Adds one before its erasure is committed: too early is harmless, because its day has come, too late is not.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(Guid window, ErasureKind kind)
    {
        var known = Read();
        if (known.Contains((window, kind))) return false;
        var lines = known.Append((window, kind)).Select(stone => $"{stone.Item1:D} {stone.Item2}\n").Order(StringComparer.Ordinal);
        PrivateFiles.Write(_file, Encoding.ASCII.GetBytes(string.Concat(lines)), replace: true);
        return true;
    }
}
