using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Adversary.Tests.Loot;

/// <summary>Discovers the trails: every table that names subjects by every column, transaction id, place on disk and length; every file by position, folders by name and time.</summary>
internal static partial class Trails
{
    /// <summary>With fewer rows there is nothing to match.</summary>
    public const int Fewest = 5;

    private const int LongValue = 256;

    public static IEnumerable<Trail> Of(Artefacts artefacts, ByteFinder names) =>
        artefacts.Tables.SelectMany(table => OfTable(table, names)).Concat(OfFiles(artefacts.Files, names));

    /// <summary>The rows that name one subject, in physical order.</summary>
    public static IReadOnlyList<(int Subject, byte[]?[] Row)> Rows(DumpedTable table, ByteFinder names) => names.Rows(table, one =>
        [.. one.Rows.Select(row => (Subject: names.Single(row.Where(value => value?.Length <= LongValue)), Row: row)).Where(row => row.Subject is not null).Select(row => (row.Subject!.Value, row.Row))]);

    public static IReadOnlyList<Trail> OfTable(DumpedTable table, ByteFinder names) => names.Trails(table, one => [.. OfRows(one, [.. Rows(one, names)]), .. OfLongValues(one, names)]);

    /// <summary>The orders in which a table's columns put the subjects of its rows.</summary>
    public static IEnumerable<Trail> OfRows(DumpedTable table, List<(int Subject, byte[]?[] Row)> rows)
    {
        if (rows.Count < Fewest) yield break;
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var place = $"{table.Name}.{table.Columns[column]}";
            var keys = rows.ConvertAll(row => Key.Of(row.Row[column]));
            if (keys.Distinct().Count() > 1)
            {
                var order = Enumerable.Range(0, rows.Count).OrderBy(index => keys[index]).ToList();
                var isClock = keys.TrueForAll(key => key.Instant is not null);
                yield return new Trail(place, order.ConvertAll(index => rows[index].Subject), isClock ? order.ConvertAll(index => keys[index].Instant!.Value) : null);
            }
            var lengths = rows.ConvertAll(row => row.Row[column]?.Length ?? 0);
            if (lengths.Distinct().Count() >= Fewest)
                yield return new Trail($"length of {place}", [.. Enumerable.Range(0, rows.Count).OrderBy(index => lengths[index]).Select(index => rows[index].Subject)]);
        }
    }

    private static IEnumerable<Trail> OfLongValues(DumpedTable table, ByteFinder names)
    {
        for (var column = 0; column < table.Types.Count; column++)
        {
            var named = table.Rows.Where(row => row[column]?.Length > LongValue).SelectMany(row => names.Find(row[column]).ConvertAll(hit => hit.Subject)).ToList();
            if (named.Distinct().Count() >= Fewest) yield return new Trail($"inside {table.Name}.{table.Columns[column]}", named);
        }
    }

    private static IEnumerable<Trail> OfFiles(IReadOnlyList<CollectedFile> files, ByteFinder names)
    {
        foreach (var folder in files.GroupBy(file => Path.GetDirectoryName(file.Name) ?? "", StringComparer.Ordinal))
        {
            var hits = folder.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (File: file, Hits: names.In(file))).Where(found => found.Hits.Count > 0).ToList();
            if (hits.Count == 0) continue;
            var place = !hits[0].File.IsOfTheServer ? Place(folder.Key) : folder.Key.EndsWith("pg_wal", StringComparison.Ordinal) ? "the server's log of changes" : "the server's files of tables";
            // In the heap and in the log of changes the order of the bytes is the order of writing, more or less.
            foreach (var (file, found) in hits.Where(found => found.Hits.Select(hit => hit.Subject).Distinct().Count() >= Fewest))
                yield return new Trail(file.IsOfTheServer ? $"{place}, one file" : Place(file.Name), [.. found.Select(hit => hit.Subject)], file.IsOfTheServer ? null : Clocks(file, found));
            var whole = hits.SelectMany(found => found.Hits.Select(hit => hit.Subject)).ToList();
            if (hits.Count > 1 && whole.Distinct().Count() >= Fewest) yield return new Trail($"{place}, by name", whole);
            var single = hits.Where(found => !found.File.IsOfTheServer && found.Hits.Select(hit => hit.Subject).Distinct().Count() == 1).OrderBy(found => found.File.WrittenAt).ToList();
            if (single.Count >= Fewest)
            {
                yield return new Trail($"{place}, by time", single.ConvertAll(found => found.Hits[0].Subject), single.ConvertAll(found => Key.Seconds(found.File.WrittenAt)));
                yield return new Trail($"{place}, by length", [.. single.OrderBy(found => found.File.Bytes.Length).Select(found => found.Hits[0].Subject)]);
            }
            foreach (var kind in single.GroupBy(found => Subject().Match(Encoding.Latin1.GetString(found.File.Bytes)).Value).Where(kind => kind.Key.Length > 0 && kind.Count() >= Fewest))
                yield return new Trail($"{place}, letters with {kind.Key.Trim()}", [.. kind.Select(found => found.Hits[0].Subject)]);
        }
    }

    /// <summary>The instant at the head of the line of each hit.</summary>
    private static List<double>? Clocks(CollectedFile file, IReadOnlyList<(int Position, int Subject)> hits)
    {
        var clocks = new List<double>(hits.Count);
        foreach (var (position, _) in hits)
        {
            var start = file.Bytes.AsSpan(0, position).LastIndexOf((byte)'\n') + 1;
            var end = file.Bytes.AsSpan(position).IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(file.Bytes, start, (end < 0 ? file.Bytes.Length : position + end) - start);
            if (Instant().Match(line) is not { Success: true } match || Key.Of(Encoding.UTF8.GetBytes(match.Value)).Instant is not { } instant) return null;
            clocks.Add(instant);
        }
        return clocks;
    }

    /// <summary>The same name in every run: what is random in it is left out.</summary>
    private static string Place(string path) => Random().Replace(path, "#");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?")]
    private static partial Regex Instant();

    [GeneratedRegex("^Subject:.*$", RegexOptions.Multiline)]
    private static partial Regex Subject();

    [GeneratedRegex("[0-9a-fA-F-]{8,}")]
    private static partial Regex Random();

    /// <summary>What a column's value is ordered by: number, instant, place on disk, or its bytes.</summary>
    private readonly record struct Key(decimal? Number, double? Instant, string Text) : IComparable<Key>
    {
        public static Key Of(byte[]? value)
        {
            if (value is null) return new Key(decimal.MinValue, null, "");
            if (value.Length <= 64)
            {
                var text = Encoding.Latin1.GetString(value);
                if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return new Key(number, null, "");
                if (text.Length >= 19 && text[4] == '-' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                    return new Key(instant.UtcTicks, Seconds(instant.UtcDateTime), "");
                if (text.StartsWith('(') && text.Split(',', '(', ')') is [_, var page, var item, _] && int.TryParse(page, out var p) && int.TryParse(item, out var i))
                    return new Key(((decimal)p * 100_000) + i, null, "");
                // A version 7 id begins with a clock in milliseconds.
                if (Guid.TryParse(text, out var id) && id.Version == 7)
                    return new Key(null, Convert.ToInt64(id.ToString("N")[..12], 16) / 1000.0, text);
            }
            return new Key(null, null, Convert.ToHexString(value.AsSpan(0, Math.Min(64, value.Length))));
        }

        public static double Seconds(DateTime instant) => (instant - DateTime.UnixEpoch).TotalSeconds;

        public int CompareTo(Key other) =>
            Number is { } number && other.Number is { } than ? number.CompareTo(than) : string.CompareOrdinal(Text, other.Text);
    }
}
