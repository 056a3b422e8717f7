using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BTech.Record.Boxes;

/// <summary>
/// One invitation's box: nonce (12) ‖ AES-256-GCM over a length, the content and zeros up to the window's fixed size ‖ MAC (16).
/// Bound to tag, window and format version, so that a box moved to another row does not open.
/// Every locking takes a fresh random nonce, which is also what a save compares.
/// </summary>
internal static class Box
{
    public const int NonceBytes = 12;

    public const int MacBytes = 16;

    private const int LengthBytes = 4;

    private const int TagBytes = 32;

    private const byte FormatVersion = 1;

    /// <summary>Content bytes that fit a box of this size.</summary>
    public static int Room(int boxBytes) => boxBytes - NonceBytes - MacBytes - LengthBytes;

    public static byte[] Lock(BoxKey key, Guid windowId, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> content, int boxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, Room(boxBytes), nameof(content));
        var box = new byte[boxBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var body = box.AsSpan(NonceBytes, boxBytes - NonceBytes - MacBytes);
        BinaryPrimitives.WriteInt32BigEndian(body, content.Length);
        content.CopyTo(body[LengthBytes..]);
        Span<byte> bound = stackalloc byte[TagBytes + 16 + 1];
        key.Cipher.Encrypt(nonce, body, body, box.AsSpan(boxBytes - MacBytes), Bind(bound, windowId, tag));
        return box;
    }

    /// <summary>The content without its padding.</summary>
    /// <exception cref="CryptographicException">Another key, another row, or altered.</exception>
    public static byte[] Unlock(BoxKey key, Guid windowId, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> box)
    {
        var body = new byte[box.Length - NonceBytes - MacBytes];
        Span<byte> bound = stackalloc byte[TagBytes + 16 + 1];
        key.Cipher.Decrypt(box[..NonceBytes], box[NonceBytes..^MacBytes], box[^MacBytes..], body, Bind(bound, windowId, tag));
        var length = BinaryPrimitives.ReadInt32BigEndian(body);
        var content = body.AsSpan(LengthBytes, length).ToArray();
        CryptographicOperations.ZeroMemory(body);
        return content;
    }

    /// <summary>The same; nothing where it does not open.</summary>
    public static byte[]? TryUnlock(BoxKey key, Guid windowId, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> box)
    {
        try
        {
            return Unlock(key, windowId, tag, box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Span<byte> Bind(Span<byte> bound, Guid windowId, ReadOnlySpan<byte> tag)
    {
        if (tag.Length != TagBytes) throw new ArgumentException("An author tag has 32 bytes.", nameof(tag));
        tag.CopyTo(bound);
        windowId.TryWriteBytes(bound[TagBytes..], bigEndian: true, out _);
        bound[^1] = FormatVersion;
        return bound;
    }
}
