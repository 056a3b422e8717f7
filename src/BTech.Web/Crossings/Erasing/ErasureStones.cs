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
        Write(known.Append((window, kind)));
        return true;
    }

    /// <summary>Forgets what was erased of a rehearsal's window, with the rehearsal.</summary>
    public void Forget(Guid window)
    {
        var known = Read();
        if (known.Any(stone => stone.Window == window)) Write(known.Where(stone => stone.Window != window));
    }

    private void Write(IEnumerable<(Guid Window, ErasureKind Kind)> stones) =>
        PrivateFiles.Write(_file, Encoding.ASCII.GetBytes(string.Concat(stones.Select(stone => $"{stone.Window:D} {stone.Kind}\n").Order(StringComparer.Ordinal))), replace: true);
}
