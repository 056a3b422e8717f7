using System.Security.Cryptography;
using System.Text;

namespace BTech.Record.DraftChecks;

/// <summary>
/// The read-only code of a check: one hundred random bits, twenty characters of Crockford's base 32 in groups of five. The same for everybody, so it stands for nobody.
/// </summary>
public static class ReadingCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 20;

    /// <summary>A new code, as it is written.</summary>
    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Characters));

    /// <summary>A typed code as it is written: case, spaces and hyphens do not matter, O is 0, I and L are 1. Nothing where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 100) return null;
        var read = new StringBuilder(Characters);
        foreach (var raw in typed.Where(raw => !char.IsWhiteSpace(raw) && raw is not ('-' or '\u2010' or '\u2011' or '\u2013')))
            read.Append(char.ToUpperInvariant(raw) switch { 'O' => '0', 'I' or 'L' => '1', var letter => letter });
        return read.Length == Characters && read.ToString() is var code && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? Grouped(code) : null;
    }

    private static string Grouped(string code) => string.Join('-', code.Chunk(5).Select(group => new string(group)));
}
