using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Verification;

/// <summary>
/// What may be wrong with the voice tables, each fault once for the checks of the seal and for those of an installation. Every question
/// answers with the windows, tables or columns at fault, over one window or all of them, and opens no box.
/// </summary>
internal sealed class RecordFaults(NpgsqlDataSource record)
{
    // Keys and boxes are gone from step 7 of the seal on.
    private const string IsPastOpening = "(s.state = 'sealed' OR EXISTS (SELECT FROM record.seal d WHERE d.window_id = s.window_id AND d.step = 7))";

    /// <summary>Columns that are there and not listed, or listed and not there.</summary>
    public async Task<IReadOnlyList<string>> UnlistedColumnsAsync(CancellationToken cancel)
    {
        var found = await FirstColumn.ReadAsync(record,
            "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'record' AND table_name = ANY($1)",
            [new() { Value = VoiceTables.Names.ToArray() }], cancel);
        return [.. found.Except(VoiceTables.Columns).Concat(VoiceTables.Columns.Except(found)).Select(column => $"record.{column}")];
    }

    /// <summary>Columns of the whole side that can hold a time, a sequence or an address, but for the closing instant.</summary>
    public Task<IReadOnlyList<string>> ShapelessColumnsAsync(CancellationToken cancel) => FirstColumn.ReadAsync(record, """
        SELECT format('record.%s.%s %s', table_name, column_name, data_type) FROM information_schema.columns
        WHERE table_schema = 'record' AND data_type ~ 'timestamp|time|inet|cidr|json|interval'
          AND (table_name, column_name) <> ('window_state', 'closes_at') AND table_name NOT LIKE '\_\_%'
        UNION ALL SELECT format('record.%s.%s identity', table_name, column_name) FROM information_schema.columns
        WHERE table_schema = 'record' AND is_identity = 'YES'
        UNION ALL SELECT format('sequence record.%s', relname) FROM pg_class WHERE relnamespace = 'record'::regnamespace AND relkind = 'S'
        """, [], cancel);

    /// <summary>Tables, readable or not, that are none of these.</summary>
    public Task<IReadOnlyList<string>> StrangeTablesAsync(IReadOnlyCollection<string> tables, CancellationToken cancel) => FirstColumn.ReadAsync(record,
        "SELECT format('table record.%I', relname) FROM pg_class WHERE relnamespace = 'record'::regnamespace AND relkind IN ('r', 'p', 'f') AND relname <> ALL($1)",
        [new() { Value = tables.ToArray() }], cancel);

    /// <summary>Tables with ids that are not random.</summary>
    public Task<IReadOnlyList<string>> OrderedIdsAsync(Guid? window, CancellationToken cancel) => AskAsync("""
        SELECT 'record.sealed_input' WHERE EXISTS (
          SELECT FROM record.sealed_input WHERE substr(id::text, 15, 1) <> '4' AND ($1 IS NULL OR window_id = $1))
        UNION ALL SELECT 'record.contributor' WHERE EXISTS (
          SELECT FROM record.contributor WHERE substr(id::text, 15, 1) <> '4' AND ($1 IS NULL OR window_id = $1))
        UNION ALL SELECT 'record.request_box' WHERE EXISTS (
          SELECT FROM record.request_box WHERE substr(id::text, 15, 1) <> '4' AND ($1 IS NULL OR window_id = $1))
        """, window, cancel);

    /// <summary>Windows with boxes of more than one length, or of another than their own; request boxes likewise.</summary>
    public Task<IReadOnlyList<string>> UnlikeBoxesAsync(Guid? window, CancellationToken cancel) => FirstColumn.ReadAsync(record, """
        SELECT s.window_id::text FROM record.window_state s JOIN record.box b USING (window_id)
        WHERE $1 IS NULL OR s.window_id = $1
        GROUP BY s.window_id, s.box_bytes HAVING count(DISTINCT length(b.box)) > 1 OR min(length(b.box)) <> s.box_bytes
        UNION ALL SELECT window_id::text FROM record.request_box
        WHERE $1 IS NULL OR window_id = $1 GROUP BY window_id HAVING bool_or(length(box) <> $2)
        """, [Window(window), new() { Value = RequestRewrite.BoxBytes }], cancel);

    /// <summary>Windows that have been opened and still have boxes.</summary>
    public Task<IReadOnlyList<string>> LeftBoxesAsync(Guid? window, CancellationToken cancel) => AskAsync($"""
        SELECT s.window_id::text FROM record.window_state s
        WHERE {IsPastOpening} AND ($1 IS NULL OR s.window_id = $1) AND EXISTS (SELECT FROM record.box b WHERE b.window_id = s.window_id)
        """, window, cancel);

    /// <summary>Windows whose sealed rows (what was imported later is not one), or what is found and asked by code, come from more than one transaction each.</summary>
    public Task<IReadOnlyList<string>> SeveralTransactionsAsync(Guid? window, CancellationToken cancel) => AskAsync("""
        SELECT DISTINCT window_id::text FROM (
          SELECT 'sealed' AS what, window_id, xmin::text AS x FROM record.sealed_input WHERE import_id IS NULL
          UNION ALL SELECT 'sealed', window_id, xmin::text FROM record.contributor
          UNION ALL SELECT 'lookup', i.window_id, l.xmin::text FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id
          UNION ALL SELECT 'request', window_id, xmin::text FROM record.request_box) AS rows
        WHERE $1 IS NULL OR window_id = $1 GROUP BY window_id, what HAVING count(DISTINCT x) > 1
        """, window, cancel);

    /// <summary>Windows in which a label, or none, is carried by fewer than the smallest group.</summary>
    public Task<IReadOnlyList<string>> SmallLabelsAsync(Guid? window, CancellationToken cancel) => AskAsync("""
        SELECT DISTINCT c.window_id::text FROM record.contributor c JOIN record.window_state s USING (window_id)
        WHERE $1 IS NULL OR c.window_id = $1
        GROUP BY c.window_id, c.group_label, s.smallest_group HAVING count(*) < s.smallest_group
        """, window, cancel);

    /// <summary>Windows that have been opened and have no seal page, or one whose root does not recompute or does not cover every text.</summary>
    public async Task<IReadOnlyList<string>> BrokenRootsAsync(Guid? window, CancellationToken cancel)
    {
        var broken = new List<string>();
        foreach (var id in await AskAsync($"SELECT s.window_id::text FROM record.window_state s WHERE {IsPastOpening} AND ($1 IS NULL OR s.window_id = $1)", window, cancel))
            if (!await HasItsRootAsync(Guid.Parse(id), cancel)) broken.Add(id);
        return broken;
    }

    // Compared here and not in the database, which would look through all leaves anew for each of a hundred thousand texts.
    private async Task<bool> HasItsRootAsync(Guid window, CancellationToken cancel)
    {
        await using var connection = await record.OpenConnectionAsync(cancel);
        byte[] leaves;
        await using (var page = new NpgsqlCommand("SELECT merkle_root, leaves FROM record.seal_page WHERE window_id = $1", connection) { Parameters = { Window(window) } })
        await using (var found = await page.ExecuteReaderAsync(cancel))
        {
            if (!await found.ReadAsync(cancel)) return false;
            leaves = (byte[])found[1];
            if (!Commitments.Root(leaves).AsSpan().SequenceEqual((byte[])found[0])) return false;
        }
        await using var inputs = new NpgsqlCommand("SELECT leaf FROM record.sealed_input WHERE window_id = $1 AND import_id IS NULL", connection) { Parameters = { Window(window) } };
        await using var reader = await inputs.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            if (!Commitments.Covers(leaves, (byte[])reader[0])) return false;
        return true;
    }

    private Task<IReadOnlyList<string>> AskAsync(string sql, Guid? window, CancellationToken cancel) => FirstColumn.ReadAsync(record, sql, [Window(window)], cancel);

    /// <summary>One window, or all.</summary>
    public static NpgsqlParameter Window(Guid? window) => new() { Value = (object?)window ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
