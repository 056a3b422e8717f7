using System.Security.Cryptography;

namespace BTech.Documents.Pdf;

/// <summary>
/// Keeps printed files in memory, so that a version is printed once by each process. Never on a disk: a list of participants that has changed, a
/// version taken back, must not live on in a forgotten file. A name holds one file, and another text under it takes its place.
/// </summary>
/// <param name="engines">What prints.</param>
/// <param name="clock">How long a failure is remembered.</param>
/// <param name="capacity">How many bytes of files are kept at most.</param>
public sealed class PdfShelf(PdfEngines engines, TimeProvider clock, long capacity = PdfShelf.Capacity) : IDisposable
{
    /// <summary>How many bytes of files are kept unless said otherwise.</summary>
    public const long Capacity = 64 * 1_024 * 1_024;

    /// <summary>How many may wait for the one that is being printed.</summary>
    public const int MostWaiting = 8;

    // So that a text that fails does not keep the machine busy for whoever asks again and again.
    private static readonly TimeSpan FailureRemembered = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private long _uses;

    /// <summary>The file of a sheet, printed when it is asked for the first time or has changed.</summary>
    /// <param name="name">The file's name, which tells version and language.</param>
    /// <param name="sheet">What stands in it.</param>
    /// <param name="toWord">The same as a Word file, for where only that can be printed.</param>
    /// <param name="cancel">Stops waiting; the printing goes on for the others who wait.</param>
    /// <exception cref="PdfUnavailableException">There is none at the moment.</exception>
    public Task<PdfFile> FileAsync(string name, PdfSheet sheet, Func<byte[]> toWord, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var content = sheet.ToBytes();
        var hash = Convert.ToHexString(SHA256.HashData(content));
        Kept kept;
        lock (_gate)
        {
            if (!_kept.TryGetValue(name, out kept!) || kept.Hash != hash || kept.IsOld(clock.GetUtcNow()))
                _kept[name] = kept = new Kept(hash, PrintAsync(name, hash, content, toWord));
            kept.LastUse = ++_uses;
        }
        return kept.File.WaitAsync(cancel);
    }

    /// <summary>Forgets every file, because one of them must not be there any more and nobody can say which; those that are wanted are printed anew.</summary>
    public void Clear()
    {
        lock (_gate) _kept.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<PdfFile> PrintAsync(string name, string hash, byte[] content, Func<byte[]> toWord)
    {
        // The caller holds the gate: nothing but the hand-over happens before this.
        await Task.Yield();
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            Forget(name, hash);
            throw new PdfUnavailableException(PdfFault.Busy);
        }
        await _turn.WaitAsync();
        try
        {
            var file = await engines.PrintAsync(content, toWord, CancellationToken.None);
            Keep(name, hash, file.Bytes.Length);
            return file;
        }
        catch (PdfUnavailableException)
        {
            Fail(name, hash);
            throw;
        }
        finally
        {
            _turn.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void Keep(string name, string hash, int length)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(name, out var kept) || kept.Hash != hash) return;
            kept.Length = length;
            foreach (var old in _kept.Where(one => one.Key != name && one.Value.Length > 0).OrderBy(one => one.Value.LastUse).Select(one => one.Key).ToList())
            {
                if (_kept.Values.Sum(one => one.Length) <= capacity) return;
                _kept.Remove(old);
            }
        }
    }

    private void Fail(string name, string hash)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(name, out var kept) && kept.Hash == hash) kept.FailedUntil = clock.GetUtcNow() + FailureRemembered;
        }
    }

    private void Forget(string name, string hash)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(name, out var kept) && kept.Hash == hash) _kept.Remove(name);
        }
    }

    private sealed class Kept(string hash, Task<PdfFile> file)
    {
        public string Hash { get; } = hash;

        public Task<PdfFile> File { get; } = file;

        public long Length { get; set; }

        public long LastUse { get; set; }

        public DateTimeOffset? FailedUntil { get; set; }

        public bool IsOld(DateTimeOffset now) => FailedUntil <= now;
    }
}
