using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BTech.Record.Boxes;

/// <summary>
/// The code with which an author finds out what became of the comments: 130 random bits in Crockford's base 32,
/// 26 characters in groups and one check character. Only the author has it.
/// </summary>
public sealed class FollowUpCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string CheckAlphabet = Alphabet + "*~$=U";
    private const int Characters = 26;

    private readonly string _code;

    private FollowUpCode(string code) => _code = code;

    /// <summary>A new code.</summary>
    public static FollowUpCode New()
    {
        Span<byte> random = stackalloc byte[Characters];
        RandomNumberGenerator.Fill(random);
        var code = new char[Characters];
        for (var index = 0; index < Characters; index++) code[index] = Alphabet[random[index] & 31];
        return new FollowUpCode(new string(code));
    }

    /// <summary>Reads a typed code: case, spaces and hyphens do not matter, O is 0, I and L are 1.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out FollowUpCode? code)
    {
        code = null;
        if (typed is null || typed.Length > 200) return false;
        var read = new StringBuilder(Characters + 1);
        foreach (var raw in typed)
        {
            if (char.IsWhiteSpace(raw) || raw is '-' or '\u2010' or '\u2011' or '\u2013') continue;
            var upper = char.ToUpperInvariant(raw);
            read.Append(upper switch { 'O' => '0', 'I' or 'L' => '1', _ => upper });
        }
        if (read.Length != Characters + 1) return false;
        var body = read.ToString(0, Characters);
        if (body.Any(character => !Alphabet.Contains(character, StringComparison.Ordinal)) || Check(body) != read[Characters]) return false;
        code = new FollowUpCode(body);
        return true;
    }

    /// <summary>As shown to people: groups of five, the check character in the last one.</summary>
    public override string ToString()
    {
        var whole = _code + Check(_code);
        return string.Join('-', whole.Chunk(5).Select(group => new string(group)));
    }

    /// <summary>R, from which look-up hashes and salts derive. The code cannot be computed back from it.</summary>
    internal byte[] Root() => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(_code), 32, info: "btc/v1/follow-up"u8.ToArray());

    private static char Check(string body)
    {
        var rest = 0;
        foreach (var character in body) rest = ((rest * 32) + Alphabet.IndexOf(character, StringComparison.Ordinal)) % CheckAlphabet.Length;
        return CheckAlphabet[rest];
    }
}
