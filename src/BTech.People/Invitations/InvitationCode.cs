using System.Security.Cryptography;
using BTech.Languages;

namespace BTech.People.Invitations;

/// <summary>
/// 160 random bits, written in Crockford's base 32. The last segment of a personal link and the code on a printed card are the same
/// thing: 32 characters, in groups of four when somebody has to type them.
/// </summary>
public static class InvitationCode
{
    private const int Bytes = 20;

    /// <summary>Characters of a code without its hyphens.</summary>
    public const int Characters = 32;

    /// <summary>A fresh code, as it stands in a link: lower case, ungrouped.</summary>
    public static string Mint() => Write(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The same code as one types it: upper case, in groups of four.</summary>
    public static string Grouped(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TypedCode.Grouped(code.ToUpperInvariant(), 4);
    }

    /// <summary>SHA-256 of what was typed (<see cref="TypedCode"/>) or followed; nothing when it cannot be a code.</summary>
    internal static byte[]? Hash(string? typed)
    {
        if (TypedCode.Read(typed) is not { Length: Characters } code) return null;
        Span<byte> bits = stackalloc byte[Bytes];
        var (buffer, held, written) = (0, 0, 0);
        foreach (var character in code)
        {
            var value = TypedCode.Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) return null;
            buffer = (buffer << 5) | value;
            held += 5;
            if (held < 8) continue;
            held -= 8;
            bits[written++] = (byte)(buffer >> held);
            buffer &= (1 << held) - 1;
        }

        return SHA256.HashData(bits);
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
                text[written++] = char.ToLowerInvariant(TypedCode.Alphabet[(buffer >> held) & 31]);
            }

            buffer &= (1 << held) - 1;
        }

        return new string(text);
    }
}
