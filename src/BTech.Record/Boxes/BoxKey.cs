using System.Security.Cryptography;

namespace BTech.Record.Boxes;

/// <summary>A window's box key in memory: 32 bytes, wiped on disposal.</summary>
public sealed class BoxKey : IDisposable
{
    /// <summary>Length of the key in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    /// <summary>Takes the bytes over; the caller must not use them afterwards.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public BoxKey(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length != Length) throw new ArgumentException("A box key has 32 bytes.", nameof(bytes));
        _bytes = bytes;
        Cipher = new AesGcm(bytes, Box.MacBytes);
    }

    internal AesGcm Cipher { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Cipher.Dispose();
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
