using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Verification;
using Npgsql;

namespace BTech.Record.Sealing;

/// <summary>What can be checked on this installation, before and after the seal.</summary>
internal sealed class SealChecks(NpgsqlDataSource record, IBoxKeys keys)
{
    public async Task<IReadOnlyList<SealCheck>> BeforeAsync(Guid window, CancellationToken cancel) =>
    [
        new(1, "keys are there", await CanOpenAsync(window, cancel) ? CheckOutcome.Done : CheckOutcome.Failed),
        // Without the key of the tags nobody could edit, and somebody invited anew might have two boxes; what was sent can still be opened.
        new(1, "one voice each", await keys.FindAsync(window, cancel) == KeysFound.All ? CheckOutcome.Done : CheckOutcome.NotPermittedHere),
        await AskAsync(1, "boxes have one length", OneLength, window, cancel),
        await WholeAsync(window, cancel),
        await ColumnsAsync(1, cancel),
        await AskAsync(1, "no right on the other side", NoOtherSide, window, cancel),
        await QuietAsync(1, cancel),
    ];

    public async Task<IReadOnlyList<SealCheck>> AfterAsync(Guid window, CancellationToken cancel) =>
    [
        new(8, "keys are gone", await keys.FindAsync(window, cancel) == KeysFound.None && !await CanOpenAsync(window, cancel) ? CheckOutcome.Done : CheckOutcome.Failed),
        await AskAsync(8, "boxes are gone", NoBoxes, window, cancel),
        await AskAsync(8, "one transaction wrote the record", OneTransaction, window, cancel),
        await AskAsync(8, "new random ids", RandomIds, window, cancel),
        await AskAsync(8, "no label stands for few", NoSmallLabel, window, cancel),
        await RootAsync(window, cancel),
        await ColumnsAsync(8, cancel),
        await AskAsync(8, "no right on the other side", NoOtherSide, window, cancel),
    ];

    /// <summary>Whether each box of the window opens under its key; looks at no content.</summary>
    private async Task<SealCheck> WholeAsync(Guid window, CancellationToken cancel)
    {
        if (!await CanOpenAsync(window, cancel)) return new SealCheck(1, SealCheck.BoxesAreWhole, CheckOutcome.Failed);
        using var key = await keys.OpenAsync(window, cancel);
        await using var ask = record.CreateCommand("SELECT tag, box FROM record.box WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (Box.TryUnlock(key, window, (byte[])reader[0], (byte[])reader[1]) is not { } content) return new SealCheck(1, SealCheck.BoxesAreWhole, CheckOutcome.Failed);
            CryptographicOperations.ZeroMemory(content);
        }
        return new SealCheck(1, SealCheck.BoxesAreWhole, CheckOutcome.Done);
    }

    /// <summary>Whether this server will let the seal do what makes it forget; asked beforehand.</summary>
    public async Task<IReadOnlyList<SealCheck>> RightsAsync(CancellationToken cancel)
    {
        await using var ask = record.CreateCommand("""
            SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR pg_has_role('pg_checkpoint', 'USAGE'),
                   has_function_privilege('pg_switch_wal()', 'EXECUTE'), has_function_privilege('pg_stat_reset_single_table_counters(oid)', 'EXECUTE')
            """);
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var rights = new[] { "may write out", "may begin a log segment", "may reset counters" };
        return [.. rights.Select((name, column) => new SealCheck(0, name, reader.GetBoolean(column) ? CheckOutcome.Done : CheckOutcome.NotPermittedHere))];
    }

    private async Task<bool> CanOpenAsync(Guid window, CancellationToken cancel)
    {
        try
        {
            (await keys.OpenAsync(window, cancel)).Dispose();
            return true;
        }
        catch (BoxKeysMissingException)
        {
            return false;
        }
    }

    private const string OneLength = """
        SELECT count(DISTINCT length(b.box)) <= 1 AND coalesce(min(length(b.box)), min(s.box_bytes)) = min(s.box_bytes)
        FROM record.window_state s LEFT JOIN record.box b USING (window_id) WHERE s.window_id = $1
        """;

    private const string NoBoxes = "SELECT NOT EXISTS (SELECT FROM record.box WHERE window_id = $1)";

    private const string OneTransaction = """
        SELECT count(DISTINCT x) <= 1 FROM (
          SELECT xmin::text AS x FROM record.sealed_input WHERE window_id = $1
          UNION ALL SELECT xmin::text FROM record.contributor WHERE window_id = $1) AS rows
        """;

    private const string RandomIds = """
        SELECT NOT EXISTS (SELECT FROM record.sealed_input WHERE window_id = $1 AND substr(id::text, 15, 1) <> '4')
           AND NOT EXISTS (SELECT FROM record.contributor WHERE window_id = $1 AND substr(id::text, 15, 1) <> '4')
        """;

    private const string NoSmallLabel = """
        SELECT NOT EXISTS (
          SELECT FROM record.contributor c JOIN record.window_state s USING (window_id)
          WHERE c.window_id = $1 GROUP BY c.group_label, s.smallest_group HAVING count(*) < s.smallest_group)
        """;

    private const string NoOtherSide = """
        SELECT NOT EXISTS (
          SELECT FROM pg_namespace WHERE nspname IN ('people', 'team', 'agenda') AND has_schema_privilege(oid, 'USAGE') AND $1::uuid IS NOT NULL)
        """;

    private async Task<SealCheck> AskAsync(int step, string name, string sql, Guid window, CancellationToken cancel)
    {
        await using var ask = record.CreateCommand(sql);
        ask.Parameters.Add(new() { Value = window });
        return new SealCheck(step, name, await ask.ExecuteScalarAsync(cancel) is true ? CheckOutcome.Done : CheckOutcome.Failed);
    }

    private async Task<SealCheck> ColumnsAsync(int step, CancellationToken cancel) => new(
        step, "only listed columns", (await VoiceTables.UnlistedAsync(record, cancel)).Count == 0 ? CheckOutcome.Done : CheckOutcome.Failed);

    // Boxes hold ciphertext only, so a talkative server is a weakness to print, not a reason to keep the texts locked.
    private async Task<SealCheck> QuietAsync(int step, CancellationToken cancel) => new(
        step, "the server's log is quiet", (await QuietServer.LoudAsync(record, cancel)).Count == 0 ? CheckOutcome.Done : CheckOutcome.NotPermittedHere);

    private async Task<SealCheck> RootAsync(Guid window, CancellationToken cancel)
    {
        await using var ask = record.CreateCommand("SELECT merkle_root, leaves FROM record.seal_page WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        var holds = await reader.ReadAsync(cancel) && Commitments.Root((byte[])reader[1]).AsSpan().SequenceEqual((byte[])reader[0]);
        return new SealCheck(8, "the root recomputes", holds ? CheckOutcome.Done : CheckOutcome.Failed);
    }
}
