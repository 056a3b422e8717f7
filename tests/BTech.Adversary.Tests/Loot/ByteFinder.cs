using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace BTech.Adversary.Tests.Loot;

/// <summary>Finds thousands of byte sequences in one pass over large files; each stands for a subject (a person, a contributor).</summary>
internal sealed class ByteFinder
{
    /// <summary>Shorter sequences occur by chance and are left out.</summary>
    public const int Shortest = 8;

    private readonly Dictionary<ulong, List<(byte[] Pattern, int Subject)>> _patterns = [];
    private readonly bool[] _starts = new bool[ushort.MaxValue + 1];

    // Most attackers ask the same of the same files and tables, and looking is what takes the time.
    private readonly ConditionalWeakTable<CollectedFile, List<(int Position, int Subject)>> _files = [];
    private readonly ConditionalWeakTable<DumpedTable, List<(int Subject, byte[]?[] Row)>> _rows = [];
    private readonly ConditionalWeakTable<DumpedTable, List<Trail>> _trails = [];

    public ByteFinder(IEnumerable<(byte[] Pattern, int Subject)> patterns)
    {
        foreach (var (pattern, subject) in patterns)
        {
            if (pattern.Length < Shortest) continue;
            var key = BinaryPrimitives.ReadUInt64LittleEndian(pattern);
            if (!_patterns.TryGetValue(key, out var same)) _patterns.Add(key, same = []);
            same.Add((pattern, subject));
            _starts[(ushort)key] = true;
        }
    }

    /// <summary>Where which subject is named, in order.</summary>
    public List<(int Position, int Subject)> Find(ReadOnlySpan<byte> bytes)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at + Shortest <= bytes.Length; at++)
        {
            if (!_starts[BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])]) continue;
            if (!_patterns.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]), out var candidates)) continue;
            foreach (var (pattern, subject) in candidates)
                if (bytes[at..].StartsWith(pattern)) found.Add((at, subject));
        }
        return found;
    }

    /// <summary>Where in a file which subject is named, in order.</summary>
    public IReadOnlyList<(int Position, int Subject)> In(CollectedFile file) => _files.GetValue(file, one => Find(one.Bytes));

    /// <summary>What was found out about a table under these names, found out once.</summary>
    public IReadOnlyList<(int Subject, byte[]?[] Row)> Rows(DumpedTable table, Func<DumpedTable, List<(int Subject, byte[]?[] Row)>> find) => _rows.GetValue(table, one => find(one));

    /// <summary>Likewise its trails.</summary>
    public IReadOnlyList<Trail> Trails(DumpedTable table, Func<DumpedTable, List<Trail>> find) => _trails.GetValue(table, one => find(one));

    /// <summary>The one subject that these values name; nothing when none or several.</summary>
    public int? Single(IEnumerable<byte[]?> values)
    {
        int? named = null;
        foreach (var value in values)
            foreach (var (_, subject) in value is null ? [] : Find(value))
            {
                if (named is { } other && other != subject) return null;
                named = subject;
            }
        return named;
    }
}
