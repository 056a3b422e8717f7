using BTech.Record.Sealing;
using Npgsql;

namespace BTech.Record.Verification;

/// <summary>
/// What can be checked on the Record side of any installation, at any time, without opening a box. It never says how many have written,
/// and answers the same whether or not anybody has.
/// </summary>
public sealed class RecordChecks
{
    private readonly NpgsqlDataSource _record;
    private readonly IReadOnlyCollection<string> _tables;

    /// <param name="record">The module's own connection.</param>
    /// <param name="tables">Every table that the module made.</param>
    internal RecordChecks(NpgsqlDataSource record, IReadOnlyCollection<string> tables) => (_record, _tables) = (record, tables);

    /// <summary>Every check of this side, over one window or all of them.</summary>
    public async Task<IReadOnlyList<Verified>> RunAsync(Guid? windowId, CancellationToken cancel) =>
    [
        Verified.RedIf("columns", [3], [.. await VoiceTables.UnlistedAsync(_record, cancel), .. await StrangeTablesAsync(cancel), .. await ListAsync(Shapeless, windowId, cancel)]),
        Verified.RedIf("order", [4, 6], [.. await ListAsync(OrderedIds, windowId, cancel), .. await ListAsync(SeveralTransactions, windowId, cancel)]),
        Verified.RedIf("boxes", [8, 9, 26], [.. await ListAsync(UnlikeBoxes, windowId, cancel), .. await ListAsync(LeftBoxes, windowId, cancel)]),
        Verified.RedIf("groups", [22], await ListAsync(SmallLabels, windowId, cancel)),
        Verified.RedIf("root", [25], await BrokenRootsAsync(windowId, cancel)),
    ];

    /// <summary>The beginnings of sealed texts, in random order, at most so many: for looking whether they lie anywhere else. Not for showing.</summary>
    /// <param name="windowId">One window, or all.</param>
    /// <param name="most">How many.</param>
    /// <param name="characters">How long each is; shorter texts, which may well be written elsewhere by chance, are left out.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<string>> BeginningsAsync(Guid? windowId, int most, int characters, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("""
            SELECT left(text, $3) FROM record.sealed_input i JOIN record.window_state s USING (window_id)
            WHERE s.state = 'sealed' AND length(text) >= $3 AND ($1::uuid IS NULL OR i.window_id = $1) ORDER BY random() LIMIT $2
            """);
        ask.Parameters.Add(Window(windowId));
        ask.Parameters.Add(new() { Value = most });
        ask.Parameters.Add(new() { Value = characters });
        return await ReadAsync(ask, cancel);
    }

    private const string Shapeless = """
        SELECT format('record.%s.%s %s', table_name, column_name, data_type) FROM information_schema.columns
        WHERE table_schema = 'record' AND data_type ~ 'timestamp|time|inet|cidr|json|interval'
          AND (table_name, column_name) <> ('window_state', 'closes_at') AND table_name NOT LIKE '\_\_%' AND $1::uuid IS NOT DISTINCT FROM $1
        UNION ALL SELECT format('record.%s.%s identity', table_name, column_name) FROM information_schema.columns
        WHERE table_schema = 'record' AND is_identity = 'YES'
        UNION ALL SELECT format('sequence record.%s', relname) FROM pg_class WHERE relnamespace = 'record'::regnamespace AND relkind = 'S'
        """;

    private const string OrderedIds = """
        SELECT 'record.sealed_input' WHERE EXISTS (
          SELECT FROM record.sealed_input WHERE substr(id::text, 15, 1) <> '4' AND ($1::uuid IS NULL OR window_id = $1))
        UNION ALL SELECT 'record.contributor' WHERE EXISTS (
          SELECT FROM record.contributor WHERE substr(id::text, 15, 1) <> '4' AND ($1::uuid IS NULL OR window_id = $1))
        """;

    private const string UnlikeBoxes = """
        SELECT s.window_id::text FROM record.window_state s JOIN record.box b USING (window_id)
        WHERE $1::uuid IS NULL OR s.window_id = $1
        GROUP BY s.window_id, s.box_bytes HAVING count(DISTINCT length(b.box)) > 1 OR min(length(b.box)) <> s.box_bytes
        """;

    private const string SeveralTransactions = """
        SELECT window_id::text FROM (
          SELECT window_id, xmin::text AS x FROM record.sealed_input UNION ALL SELECT window_id, xmin::text FROM record.contributor) AS rows
        WHERE $1::uuid IS NULL OR window_id = $1 GROUP BY window_id HAVING count(DISTINCT x) > 1
        """;

    private const string SmallLabels = """
        SELECT DISTINCT c.window_id::text FROM record.contributor c JOIN record.window_state s USING (window_id)
        WHERE $1::uuid IS NULL OR c.window_id = $1
        GROUP BY c.window_id, c.group_label, s.smallest_group HAVING count(*) < s.smallest_group
        """;

    private const string LeftBoxes = """
        SELECT DISTINCT b.window_id::text FROM record.box b JOIN record.window_state s USING (window_id)
        WHERE s.state = 'sealed' AND ($1::uuid IS NULL OR b.window_id = $1)
        """;

    /// <summary>Tables that the product did not make, readable or not.</summary>
    private async Task<IReadOnlyList<string>> StrangeTablesAsync(CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand(
            "SELECT format('table record.%I', relname) FROM pg_class WHERE relnamespace = 'record'::regnamespace AND relkind IN ('r', 'p', 'f') AND relname <> ALL($1)");
        ask.Parameters.Add(new() { Value = _tables.ToArray() });
        return await ReadAsync(ask, cancel);
    }

    private async Task<IReadOnlyList<string>> BrokenRootsAsync(Guid? windowId, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("""
            SELECT p.window_id::text, p.merkle_root, p.leaves,
                   EXISTS (SELECT FROM record.sealed_input i WHERE i.window_id = p.window_id AND position(i.leaf in p.leaves) = 0)
            FROM record.seal_page p JOIN record.window_state s USING (window_id) WHERE s.state = 'sealed' AND ($1::uuid IS NULL OR p.window_id = $1)
            """);
        ask.Parameters.Add(Window(windowId));
        var broken = new List<string>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            if (reader.GetBoolean(3) || !Commitments.Root((byte[])reader[2]).AsSpan().SequenceEqual((byte[])reader[1])) broken.Add(reader.GetString(0));
        return broken;
    }

    private async Task<IReadOnlyList<string>> ListAsync(string sql, Guid? windowId, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand(sql);
        ask.Parameters.Add(Window(windowId));
        return await ReadAsync(ask, cancel);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlCommand ask, CancellationToken cancel)
    {
        var found = new List<string>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(reader.GetString(0));
        return found;
    }

    private static NpgsqlParameter Window(Guid? windowId) =>
        new() { Value = (object?)windowId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid };
}
