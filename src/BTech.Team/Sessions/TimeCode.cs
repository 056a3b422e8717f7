using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BTech.Team.Sessions;

/// <summary>Time-based one-time codes as authenticator apps make them: RFC 6238 with SHA-1, six digits, 30 seconds.</summary>
public static class TimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the half minute in which the instant lies.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 30;

    /// <summary>The code of one step.</summary>
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // SHA-1 because it is the only hash that every authenticator app knows; as a keyed code it is not broken.
        var mac = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, key, counter);
        var offset = mac[^1] & 0xf;
        var number = (BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset)) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>A key as people type it: base 32.</summary>
    public static string ToText(ReadOnlySpan<byte> key)
    {
        var text = new char[(key.Length * 8 + 4) / 5];
        for (var at = 0; at < text.Length; at++)
        {
            var (index, shift) = (at * 5 / 8, at * 5 % 8);
            var pair = (key[index] << 8) | (index + 1 < key.Length ? key[index + 1] : 0);
            text[at] = Base32[(pair >> (11 - shift)) & 31];
        }
        return new string(text);
    }
}
