using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BTech.Record.Sealing;

/// <summary>
/// Texts on their way from box to record: in memory up to a bound, above it in a file that has no name, encrypted under a key that only
/// this process holds. Whenever the process ends, however it ends, nothing is left that anybody could read or find.
/// </summary>
internal sealed class PassingTexts : IDisposable
{
    /// <summary>128 MiB. A large consultation stays below it; a very large one must not need a larger machine.</summary>
    public const long MostInMemory = 128L * 1024 * 1024;

    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly long _bound;
    private readonly List<byte[]> _inMemory = [];
    private long _bytes;
    private long _end;
    private FileStream? _file;
    private AesGcm? _cipher;

    /// <param name="bound">Bytes that may be held in memory.</param>
    public PassingTexts(long bound = MostInMemory) => _bound = bound;

    /// <summary>Takes a text over; the caller's array is cleared where it went to the file.</summary>
    public Passing Add(byte[] text)
    {
        if (_bytes + text.Length <= _bound)
        {
            _bytes += text.Length;
            _inMemory.Add(text);
            return new Passing(text, 0, text.Length);
        }
        _file ??= NamelessFile();
        _cipher ??= new AesGcm(RandomNumberGenerator.GetBytes(32), TagBytes);
        var offset = _end;
        var record = new byte[text.Length + TagBytes];
        _cipher.Encrypt(Nonce(offset), text, record.AsSpan(0, text.Length), record.AsSpan(text.Length));
        CryptographicOperations.ZeroMemory(text);
        RandomAccess.Write(_file.SafeFileHandle, record, offset);
        _end += record.Length;
        return new Passing(null, offset, text.Length);
    }

    /// <summary>The text again.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The file was changed meanwhile.</exception>
    public byte[] Get(Passing passing)
    {
        if (passing.Text is { } text) return text;
        var record = new byte[passing.Length + TagBytes];
        for (var read = 0; read < record.Length;)
        {
            var more = RandomAccess.Read(_file!.SafeFileHandle, record.AsSpan(read), passing.Offset + read);
            if (more == 0) throw new EndOfStreamException("The file of passing texts is shorter than what was written to it.");
            read += more;
        }
        var plain = new byte[passing.Length];
        _cipher!.Decrypt(Nonce(passing.Offset), record.AsSpan(0, passing.Length), record.AsSpan(passing.Length), plain);
        return plain;
    }

    public void Dispose()
    {
        foreach (var text in _inMemory) CryptographicOperations.ZeroMemory(text);
        _inMemory.Clear();
        _cipher?.Dispose();
        _file?.Dispose();
    }

    // Where the file system lets an open file lose its name, it does so before a byte is written; elsewhere it goes when it is closed.
    private static FileStream NamelessFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.RandomAccess,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")), options);
        if (!OperatingSystem.IsWindows()) File.Delete(file.Name);
        return file;
    }

    // Every record begins elsewhere, and the key is never used for another file.
    private static byte[] Nonce(long offset)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), offset);
        return nonce;
    }

    /// <summary>Where a text is: here, or in the file.</summary>
    internal readonly record struct Passing(byte[]? Text, long Offset, int Length);
}
