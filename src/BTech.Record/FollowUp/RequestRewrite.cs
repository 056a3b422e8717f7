using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BTech.Record.Boxes;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.FollowUp;

/// <summary>
/// One rewriting of the request boxes of all windows inside the caller's transaction (<see cref="WrittenAnew"/>): read, change, renew. After it every box is a new row
/// with a new id and a fresh nonce. It is done for every request, also for one whose code belongs to nothing, so that neither the table nor the
/// time it takes tells a hit from a miss, and at each release. A box has 256 bytes: some thousands of them are rewritten in a blink.
/// </summary>
internal sealed class RequestRewrite(NpgsqlConnection connection, IBatchKeys keys) : IDisposable
{
    /// <summary>Size of every request box.</summary>
    public const int BoxBytes = 256;

    private const string Table = "request_box";
    private const string Columns = "id, window_id, lookup_hash, box";

    private readonly Dictionary<(Guid Window, DateOnly Batch), BoxKey> _keys = [];
    private readonly Dictionary<Guid, DateOnly> _batches = [];
    private readonly List<Held> _boxes = [];

    /// <summary>The windows that have request boxes, each with the day of the batch that it collects for.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Batches => _batches;

    /// <summary>Takes the turn: <see cref="WrittenAnew.TryLockAsync"/>.</summary>
    public static Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel) => WrittenAnew.TryLockAsync(connection, Table, cancel);

    /// <summary>Writes the first, unused boxes of a window inside the seal's transaction.</summary>
    public static async Task CreateAsync(NpgsqlConnection connection, IBatchKeys keys, Guid window, DateOnly batch, IEnumerable<byte[]> lookupHashes, CancellationToken cancel)
    {
        await keys.CreateAsync(window, batch, cancel);
        using var key = await keys.OpenAsync(window, batch, cancel);
        var boxes = lookupHashes.Select(hash => new Held(window, hash, default)).ToArray();
        RandomNumberGenerator.Shuffle(boxes);
        await WrittenAnew.AddAsync(connection, Table, Columns, boxes, (copy, box) => WriteAsync(copy, box, key, cancel), cancel);
    }

    public async Task ReadAsync(DateOnly nextBatch, CancellationToken cancel)
    {
        await using (var read = new NpgsqlCommand("SELECT window_id, lookup_hash, box FROM record.request_box", connection))
        await using (var reader = await read.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                var window = reader.GetGuid(0);
                var hash = (byte[])reader[1];
                // A box whose key was lost is renewed as an unused one: what was asked in it cannot be known any more.
                _boxes.Add(new Held(window, hash, await UnlockAsync(window, hash, (byte[])reader[2], cancel) ?? default));
            }
        }
        foreach (var window in _boxes.Select(box => box.Window).Distinct().Where(window => !_batches.ContainsKey(window)).ToList()) _batches[window] = nextBatch;
    }

    /// <summary>Adds a request to the box that a code leads to; nothing changes when it leads to none.</summary>
    public void Ask(ReadOnlySpan<byte> lookupHash, FollowUpRequest request, Guid contributor, Guid quotation)
    {
        var boxes = CollectionsMarshal.AsSpan(_boxes);
        foreach (ref var box in boxes)
            if (CryptographicOperations.FixedTimeEquals(box.LookupHash, lookupHash))
                box = box with { Content = box.Content.With(request, contributor, quotation) };
    }

    /// <summary>
    /// Takes the requests of the batches due by a day out of their boxes and moves their windows to the next batch. Boxes of burnt codes
    /// are found by nobody from now on.
    /// </summary>
    public IReadOnlyList<RequestContent> Release(DateOnly today, DateOnly nextBatch)
    {
        var due = _batches.Where(window => window.Value <= today).Select(window => window.Key).ToHashSet();
        var released = _boxes.Where(box => due.Contains(box.Window) && box.Content.Request != FollowUpRequest.None).Select(box => box.Content).ToList();
        foreach (ref var box in CollectionsMarshal.AsSpan(_boxes))
        {
            if (!due.Contains(box.Window)) continue;
            var hash = box.Content.Request.HasFlag(FollowUpRequest.Burn) ? RandomNumberGenerator.GetBytes(box.LookupHash.Length) : box.LookupHash;
            box = new Held(box.Window, hash, default);
        }
        foreach (var window in due) _batches[window] = nextBatch;
        return released;
    }

    /// <summary>Takes the boxes of a window out for good, whichever their day.</summary>
    /// <returns>What was asked for in them.</returns>
    public IReadOnlyList<RequestContent> Remove(Guid window)
    {
        var asked = _boxes.Where(box => box.Window == window && box.Content.Request != FollowUpRequest.None).Select(box => box.Content).ToList();
        _boxes.RemoveAll(box => box.Window == window);
        _batches.Remove(window);
        return asked;
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var (window, batch) in _batches)
        {
            await keys.CreateAsync(window, batch, cancel);
            if (!_keys.ContainsKey((window, batch))) _keys.Add((window, batch), await keys.OpenAsync(window, batch, cancel));
        }
        await WrittenAnew.WriteAsync(connection, Table, Columns, _boxes, (copy, box) => WriteAsync(copy, box, _keys[(box.Window, _batches[box.Window])], cancel), cancel);
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values) key.Dispose();
    }

    private async Task<RequestContent?> UnlockAsync(Guid window, byte[] hash, byte[] box, CancellationToken cancel)
    {
        // Boxes of a window are always rewritten together, so the key that opens one opens them all. Two keys stand side by side only when
        // a release was cut off: before its commit the earlier one opens the boxes, after it the later one.
        if (_batches.TryGetValue(window, out var known)) return Unlock(_keys[(window, known)], window, hash, box);
        foreach (var batch in await keys.FindAsync(window, cancel))
        {
            if (!_keys.TryGetValue((window, batch), out var key)) _keys.Add((window, batch), key = await keys.OpenAsync(window, batch, cancel));
            if (Unlock(key, window, hash, box) is not { } content) continue;
            _batches[window] = batch;
            return content;
        }
        return null;
    }

    private static RequestContent? Unlock(BoxKey key, Guid window, byte[] hash, byte[] box) =>
        Box.TryUnlock(key, window, hash, box) is { } content ? RequestContent.From(content) : null;

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Held box, BoxKey key, CancellationToken cancel)
    {
        await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(box.Window, NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(box.LookupHash, NpgsqlDbType.Bytea, cancel);
        await copy.WriteAsync(Box.Lock(key, box.Window, box.LookupHash, box.Content.ToBytes(), BoxBytes), NpgsqlDbType.Bytea, cancel);
    }

    private readonly record struct Held(Guid Window, byte[] LookupHash, RequestContent Content);
}
