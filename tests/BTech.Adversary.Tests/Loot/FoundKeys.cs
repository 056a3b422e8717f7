using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Adversary.Tests.Loot;

/// <summary>Everything that looks like a key: small files, and hexadecimal, base 64 or raw values of 16 to 64 bytes in files and tables.</summary>
internal static partial class FoundKeys
{
    private const int Shortest = 16;
    private const int Longest = 64;

    public static IReadOnlyList<(string Place, byte[] Key)> In(Haul haul)
    {
        var keys = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        foreach (var file in haul.Final.Files.Where(file => !file.IsOfTheServer))
        {
            if (file.Bytes.Length is >= Shortest and <= Longest) Add("a file", file.Bytes);
            // A letter's code is no key; and letters are many.
            if (file.Name.EndsWith(".eml", StringComparison.Ordinal)) continue;
            foreach (var word in Word().Matches(Encoding.Latin1.GetString(file.Bytes)).Select(match => match.Value))
                foreach (var key in Readings(word)) Add("a text file", key);
        }
        foreach (var (prefix, artefacts) in haul.OfTheWindowsTime().Append(("", haul.Final)))
            foreach (var table in artefacts.Tables)
                foreach (var row in table.Rows)
                    for (var column = 0; column < table.Types.Count; column++)
                        if (row[column] is { } value && table.Types[column] == "bytea" && value.Length is >= Shortest and <= Longest) Add($"{prefix}{table.Name}.{table.Columns[column]}", value);
                        else if (row[column] is { Length: <= 2 * Longest } text && table.Types[column] == "text" && Word().Match(Encoding.Latin1.GetString(text)) is { Success: true } match)
                            foreach (var key in Readings(match.Value)) Add($"{prefix}{table.Name}.{table.Columns[column]}", key);
        return [.. keys.Values];

        void Add(string place, byte[] key) => keys.TryAdd(Convert.ToHexString(key), (place, key));
    }

    /// <summary>The bytes that a word may stand for.</summary>
    public static IEnumerable<byte[]> Readings(string word)
    {
        if (word.Length % 2 == 0 && word.All(char.IsAsciiHexDigit)) yield return Convert.FromHexString(word);
        if (word.Length % 4 == 0 && TryBase64(word) is { } bytes) yield return bytes;
        else if (Base64Url.IsValid(word)) yield return Base64Url.DecodeFromChars(word);
    }

    private static byte[]? TryBase64(string word)
    {
        var bytes = new byte[word.Length];
        return Convert.TryFromBase64String(word, bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex("[A-Za-z0-9+/_-]{22,128}={0,2}")]
    private static partial Regex Word();
}
