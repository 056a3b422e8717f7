using System.IO.Compression;

namespace BTech.Documents.Exports;

/// <summary>
/// A package that is written while it is sent. The archive itself writes synchronously, which web answers refuse; what it has written is carried on
/// when asked, so that only so much of the file is in memory. No entry tells a time.
/// </summary>
internal sealed class StreamedZip : IAsyncDisposable
{
    private const int Step = 32 * 1024;
    private static readonly DateTimeOffset _earliestZipCanHold = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream _target;
    private readonly Funnel _funnel = new();
    private readonly ZipArchive _archive;

    public StreamedZip(Stream target)
    {
        _target = target;
        _archive = new ZipArchive(_funnel, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Begins an entry; the one before must be closed.</summary>
    public Stream Begin(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _earliestZipCanHold;
        return entry.Open();
    }

    /// <summary>Sends what has been written, once it is worth a step.</summary>
    public async Task CarryAsync(CancellationToken cancel)
    {
        if (_funnel.Waiting.Length >= Step) await SendAsync(cancel);
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        await _target.WriteAsync(_funnel.Waiting, cancel);
        _funnel.Clear();
    }

    /// <summary>Writes the directory and sends the rest. Of a package that is not finished the directory is never sent, so that it opens nowhere.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        _archive.Dispose();
        await SendAsync(cancel);
        await _target.FlushAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _archive.Dispose();
        await _funnel.DisposeAsync();
    }

    /// <summary>Takes bytes without end and without a place to go back to.</summary>
    private sealed class Funnel : Stream
    {
        private readonly MemoryStream _waiting = new();
        private long _passed;

        public ReadOnlyMemory<byte> Waiting => _waiting.GetBuffer().AsMemory(0, (int)_waiting.Length);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _passed;

        public override long Position { get => _passed; set => throw new NotSupportedException(); }

        public void Clear() => _waiting.SetLength(0);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _waiting.Write(buffer);
            _passed += buffer.Length;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) _waiting.Dispose();
            base.Dispose(disposing);
        }
    }
}
