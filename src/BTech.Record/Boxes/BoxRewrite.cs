using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Boxes;

/// <summary>
/// One rewriting of the box table inside the caller's transaction: read, renew, shuffle, TRUNCATE, COPY. Contents are held without
/// their padding, so memory is proportional to what was written, not to the number of boxes times their size.
/// </summary>
internal sealed class BoxRewrite(NpgsqlConnection connection, IBoxKeys keys) : IDisposable
{
    private readonly Dictionary<Guid, BoxKey?> _keys = [];
    private readonly List<Held> _boxes = [];
    private readonly Dictionary<Guid, int?> _sizes = [];
    private readonly HashSet<(Guid Window, string Tag)> _tags = [];

    /// <summary>
    /// One rewriting at a time over all nodes, and no reader or writer of a box from here to the commit: locked before the first read.
    /// </summary>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var advisory = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock(hashtext('btc/v1/mix'))", connection);
        if (!(bool)(await advisory.ExecuteScalarAsync(cancel))!) return false;
        await using var table = new NpgsqlCommand("SET LOCAL lock_timeout = '100ms'; LOCK TABLE record.box IN ACCESS EXCLUSIVE MODE; SET LOCAL lock_timeout = 0", connection);
        await table.ExecuteNonQueryAsync(cancel);
        return true;
    }

    public async Task ReadAllAsync(Guid? except, CancellationToken cancel)
    {
        await using var read = new NpgsqlCommand("SELECT window_id, tag, box FROM record.box WHERE window_id IS DISTINCT FROM $1", connection)
        {
            Parameters = { new() { Value = (object?)except ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid } },
        };
        await using var reader = await read.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var window = reader.GetGuid(0);
            var tag = (byte[])reader[1];
            var box = (byte[])reader[2];
            // A window whose keys were lost stays sealed and counts, and a damaged box may be mended from a backup: both can only be moved.
            var content = await KeyAsync(window, cancel) is { } key ? Box.TryUnlock(key, window, tag, box) : null;
            Hold(window, tag, content ?? box, box.Length, isOpen: content is not null);
        }
    }

    /// <summary>Adds an empty box for each author that has none.</summary>
    public async Task AddAsync(IReadOnlyCollection<Author> newcomers, CancellationToken cancel)
    {
        foreach (var newcomer in newcomers)
        {
            if (_tags.Contains((newcomer.WindowId, Convert.ToHexString(newcomer.Tag.Span)))) continue;
            if (await BoxBytesAsync(newcomer.WindowId, cancel) is not { } boxBytes) continue;
            if (await KeyAsync(newcomer.WindowId, cancel) is null) throw new BoxKeysMissingException();
            var content = BoxContentForm.Write(new BoxContent { Group = newcomer.GroupLabel }, Box.Room(boxBytes))!;
            Hold(newcomer.WindowId, newcomer.Tag.ToArray(), content, boxBytes, isOpen: true);
        }
    }

    public Task WriteAsync(CancellationToken cancel) => WrittenAnew.WriteAsync(connection, "box", "window_id, tag, box", _boxes, async (copy, held) =>
    {
        await copy.WriteAsync(held.Window, NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(held.Tag, NpgsqlDbType.Bytea, cancel);
        await copy.WriteAsync(held.IsOpen ? Box.Lock(_keys[held.Window]!, held.Window, held.Tag, held.Content, held.BoxBytes) : held.Content, NpgsqlDbType.Bytea, cancel);
    }, cancel);

    public void Dispose()
    {
        foreach (var held in _boxes) CryptographicOperations.ZeroMemory(held.Content);
        foreach (var key in _keys.Values) key?.Dispose();
    }

    private void Hold(Guid window, byte[] tag, byte[] content, int boxBytes, bool isOpen)
    {
        _boxes.Add(new Held(window, tag, content, boxBytes, isOpen));
        _tags.Add((window, Convert.ToHexString(tag)));
    }

    private async Task<BoxKey?> KeyAsync(Guid window, CancellationToken cancel)
    {
        if (_keys.TryGetValue(window, out var known)) return known;
        BoxKey? key = null;
        try
        {
            key = await keys.OpenAsync(window, cancel);
        }
        catch (BoxKeysMissingException)
        {
            // Told apart by the callers: an existing box is moved as it is, a new one cannot be made.
        }
        _keys.Add(window, key);
        return key;
    }

    /// <summary>Size of the boxes of an open window; nothing when it is not open.</summary>
    private async Task<int?> BoxBytesAsync(Guid window, CancellationToken cancel)
    {
        if (_sizes.TryGetValue(window, out var known)) return known;
        await using var ask = new NpgsqlCommand("SELECT box_bytes FROM record.window_state WHERE window_id = $1 AND state = 'open'", connection)
        {
            Parameters = { new() { Value = window } },
        };
        var size = (int?)await ask.ExecuteScalarAsync(cancel);
        _sizes.Add(window, size);
        return size;
    }

    private sealed record Held(Guid Window, byte[] Tag, byte[] Content, int BoxBytes, bool IsOpen);
}
