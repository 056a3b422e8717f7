using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using BTech.Record.Inputs;

namespace BTech.Record.Sealing;

/// <summary>What ties a sealed text to its author's follow-up code and to the root printed on the seal page.</summary>
internal static class Commitments
{
    public const int HashBytes = 32;

    private const int FewestLeaves = 64;

    /// <summary>SHA-256(HKDF(R, "look" ‖ n)).</summary>
    public static byte[] LookupHash(ReadOnlySpan<byte> root, int number)
    {
        Span<byte> key = stackalloc byte[HashBytes];
        Derive(root, "look"u8, number, key);
        return SHA256.HashData(key);
    }

    /// <summary>SHA-256(HKDF(R, "request")): finds the contributor's request box.</summary>
    public static byte[] RequestHash(ReadOnlySpan<byte> root)
    {
        Span<byte> key = stackalloc byte[HashBytes];
        Derive(root, "request"u8, 0, key);
        return SHA256.HashData(key);
    }

    /// <summary>SHA-256(HKDF(R, "salt" ‖ n) ‖ place ‖ text), the text in NFC with line ends LF.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> root, int number, int? focusArea, int? paragraph, InputKind kind, ReadOnlySpan<byte> text)
    {
        Span<byte> salt = stackalloc byte[HashBytes];
        Derive(root, "salt"u8, number, salt);
        var place = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{focusArea}/{paragraph}/{(int)kind}\n"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(place);
        hash.AppendData(text);
        return hash.GetHashAndReset();
    }

    /// <summary>All leaves of a window, filled up with random dummies to the next power of two, sorted: 32 bytes each.</summary>
    public static byte[] Padded(IReadOnlyCollection<byte[]> leaves)
    {
        var count = Math.Max(FewestLeaves, (int)BitOperations.RoundUpToPowerOf2((uint)leaves.Count));
        var all = new List<byte[]>(leaves);
        while (all.Count < count) all.Add(RandomNumberGenerator.GetBytes(HashBytes));
        all.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        var padded = new byte[count * HashBytes];
        for (var index = 0; index < count; index++) all[index].CopyTo(padded, index * HashBytes);
        return padded;
    }

    /// <summary>Whether a leaf is among these, which are sorted as <see cref="Padded"/> leaves them.</summary>
    public static bool Covers(ReadOnlySpan<byte> padded, ReadOnlySpan<byte> leaf)
    {
        var (first, last) = (0, (padded.Length / HashBytes) - 1);
        while (first <= last)
        {
            var middle = first + ((last - first) / 2);
            switch (padded.Slice(middle * HashBytes, HashBytes).SequenceCompareTo(leaf))
            {
                case 0: return true;
                case < 0: first = middle + 1; break;
                default: last = middle - 1; break;
            }
        }
        return false;
    }

    /// <summary>The Merkle root: leaves hashed with a 0 byte before them, pairs with a 1 byte, so that no inner node passes for a leaf.</summary>
    public static byte[] Root(ReadOnlySpan<byte> padded)
    {
        var level = new byte[padded.Length / HashBytes][];
        for (var index = 0; index < level.Length; index++) level[index] = SHA256.HashData([0, .. padded.Slice(index * HashBytes, HashBytes)]);
        while (level.Length > 1)
        {
            var above = new byte[level.Length / 2][];
            for (var index = 0; index < above.Length; index++) above[index] = SHA256.HashData([1, .. level[2 * index], .. level[(2 * index) + 1]]);
            level = above;
        }
        return level[0];
    }

    private static void Derive(ReadOnlySpan<byte> root, ReadOnlySpan<byte> label, int number, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[label.Length + 4];
        label.CopyTo(info);
        BinaryPrimitives.WriteInt32BigEndian(info[label.Length..], number);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, output, [], info);
    }
}
