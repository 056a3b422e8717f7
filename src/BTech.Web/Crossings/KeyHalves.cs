using System.Security.Cryptography;
using BTech.Record.Boxes;

namespace BTech.Web.Crossings;

/// <summary>
/// A window's box key on two papers for two custodians. One half is random and the other what is missing, so that either alone says nothing
/// of the key; both together and an old backup are readable text. Each is written as hexadecimal digits in groups of four, the last group
/// being a sum by which a slip in typing is noticed.
/// </summary>
public sealed record KeyHalves(string First, string Second)
{
    private const int SumLength = 2;
    private const int GroupLength = 4;

    /// <summary>Halves a key anew; earlier halves of the same key go on fitting each other.</summary>
    public static KeyHalves Of(ReadOnlySpan<byte> key)
    {
        var random = RandomNumberGenerator.GetBytes(key.Length);
        var missing = Combine(random, key);
        return new KeyHalves(Write(random), Write(missing));
    }

    /// <summary>Whether a half was typed without a slip.</summary>
    public static bool IsWhole(string? typed) => Read(typed) is not null;

    /// <summary>The key that two halves make; nothing when one of them holds a slip.</summary>
    public static byte[]? Join(string? first, string? second) => Read(first) is { } one && Read(second) is { } other ? Combine(one, other) : null;

    private static byte[] Combine(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var both = new byte[one.Length];
        for (var at = 0; at < both.Length; at++) both[at] = (byte)(one[at] ^ other[at]);
        return both;
    }

    private static string Write(byte[] half) =>
        string.Join('-', Convert.ToHexString([.. half, .. SHA256.HashData(half)[..SumLength]]).Chunk(GroupLength).Select(group => new string(group)));

    private static byte[]? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiHexDigit));
        if (digits.Length != 2 * (BoxKey.Length + SumLength) || typed!.Any(sign => char.IsAsciiLetterOrDigit(sign) && !char.IsAsciiHexDigit(sign))) return null;
        var bytes = Convert.FromHexString(digits);
        var half = bytes[..BoxKey.Length];
        return SHA256.HashData(half)[..SumLength].AsSpan().SequenceEqual(bytes.AsSpan(BoxKey.Length)) ? half : null;
    }
}
