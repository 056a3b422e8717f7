using System.Security.Cryptography;
using BTech.Languages;

namespace BTech.People.Invitations;

/// <summary>
/// 160 random bits, written in Crockford's base 32. The last segment of a personal link and the code on a printed card are the same
/// thing: 32 characters, in groups of four when somebody has to type them.
/// </summary>
public static class InvitationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Bytes = 20;

    /// <summary>Characters of a code without its hyphens.</summary>
    public const int Characters = 32;

    /// <summary>A fresh code, as it stands in a link: lower case, ungrouped.</summary>
    public static string Mint() => Write(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The same code as one types it: upper case, in groups of four.</summary>
    public static string Grouped(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Join('-', code.ToUpperInvariant().Chunk(4).Select(group => new string(group)));
    }

    /// <summary>
    /// SHA-256 of what was typed or followed; nothing when it cannot be a code. Case, spaces and hyphens do not matter,
    /// O is read as zero, I and L as one.
    /// </summary>
    internal static byte[]? Hash(string? typed)
    {
        if (typed is null || typed.Length > 200) return null;
        Span<byte> bits = stackalloc byte[Bytes];
        var buffer = 0;
        var held = 0;
        var written = 0;
        var characters = 0;
        foreach (var character in UnicodeForm.Of(typed, System.Text.NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(character) || character is '-' or '\u2010' or '\u2011' or '\u2013') continue;
            var value = Value(character);
            if (value < 0 || ++characters > Characters) return null;
            buffer = (buffer << 5) | value;
            held += 5;
            if (held < 8) continue;
            held -= 8;
            bits[written++] = (byte)(buffer >> held);
            buffer &= (1 << held) - 1;
        }

        return characters == Characters ? SHA256.HashData(bits) : null;
    }

    private static string Write(ReadOnlySpan<byte> bits)
    {
        Span<char> text = stackalloc char[Characters];
        var buffer = 0;
        var held = 0;
        var written = 0;
        foreach (var octet in bits)
        {
            buffer = (buffer << 8) | octet;
            held += 8;
            while (held >= 5)
            {
                held -= 5;
                text[written++] = char.ToLowerInvariant(Alphabet[(buffer >> held) & 31]);
            }

            buffer &= (1 << held) - 1;
        }

        return new string(text);
    }

    private static int Value(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var other => Alphabet.IndexOf(other, StringComparison.Ordinal),
    };
}
