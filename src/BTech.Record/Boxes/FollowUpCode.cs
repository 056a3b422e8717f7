using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BTech.Languages;

namespace BTech.Record.Boxes;

/// <summary>
/// The code with which an author finds out what became of the comments: 130 random bits in Crockford's base 32,
/// 26 characters in groups and one check character. Only the author has it.
/// </summary>
public sealed class FollowUpCode
{
    private const string CheckAlphabet = TypedCode.Alphabet + "*~$=U";
    private const int Characters = 26;

    private readonly string _code;

    private FollowUpCode(string code) => _code = code;

    /// <summary>A new code.</summary>
    public static FollowUpCode New() => new(RandomNumberGenerator.GetString(TypedCode.Alphabet, Characters));

    /// <summary>Reads a typed code: <see cref="TypedCode"/>.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out FollowUpCode? code)
    {
        code = null;
        if (TypedCode.Read(typed) is not { Length: Characters + 1 } read) return false;
        var body = read[..Characters];
        if (body.Any(character => !TypedCode.Alphabet.Contains(character, StringComparison.Ordinal)) || Check(body) != read[Characters]) return false;
        code = new FollowUpCode(body);
        return true;
    }

    /// <summary>As shown to people: groups of five, the check character in the last one.</summary>
    public override string ToString() => TypedCode.Grouped(_code + Check(_code), 5);

    /// <summary>R, from which look-up hashes and salts derive. The code cannot be computed back from it.</summary>
    internal byte[] Root() => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(_code), 32, info: "btc/v1/follow-up"u8.ToArray());

    private static char Check(string body)
    {
        var rest = 0;
        foreach (var character in body) rest = ((rest * 32) + TypedCode.Alphabet.IndexOf(character, StringComparison.Ordinal)) % CheckAlphabet.Length;
        return CheckAlphabet[rest];
    }
}
