using System.Security.Cryptography;
using BTech.Record.Boxes;
using BTech.Record.Verification;
using Npgsql;

namespace BTech.Record.Sealing;

/// <summary>What can be checked on this installation, before and after the seal.</summary>
internal sealed class SealChecks(NpgsqlDataSource record, IBoxKeys keys)
{
    private readonly RecordFaults _faults = new(record);

    public async Task<IReadOnlyList<SealCheck>> BeforeAsync(Guid window, CancellationToken cancel) =>
    [
        new(1, "keys are there", await CanOpenAsync(window, cancel) ? CheckOutcome.Done : CheckOutcome.Failed),
        // Without the key of the tags nobody could edit, and somebody invited anew might have two boxes; what was sent can still be opened.
        new(1, "one voice each", await keys.FindAsync(window, cancel) == KeysFound.All ? CheckOutcome.Done : CheckOutcome.NotPermittedHere),
        None(1, "boxes have one length", await _faults.UnlikeBoxesAsync(window, cancel)),
        await WholeAsync(window, cancel),
        None(1, "only listed columns", await _faults.UnlistedColumnsAsync(cancel)),
        None(1, "no right on the other side", await OtherSidesAsync(cancel)),
        // Boxes hold ciphertext only, so a talkative server is a weakness to print, not a reason to keep the texts locked.
        None(1, "the server's log is quiet", await QuietServer.LoudAsync(record, cancel), CheckOutcome.NotPermittedHere),
    ];

    public async Task<IReadOnlyList<SealCheck>> AfterAsync(Guid window, CancellationToken cancel) =>
    [
        new(8, SealCheck.KeysAreGone, await keys.FindAsync(window, cancel) == KeysFound.None && !await CanOpenAsync(window, cancel) ? CheckOutcome.Done : CheckOutcome.Failed),
        None(8, SealCheck.BoxesAreGone, await _faults.LeftBoxesAsync(window, cancel)),
        None(8, "one transaction wrote the record", await _faults.SeveralTransactionsAsync(window, cancel)),
        None(8, "new random ids", await _faults.OrderedIdsAsync(window, cancel)),
        None(8, SealCheck.NoLabelStandsForFew, await _faults.SmallLabelsAsync(window, cancel)),
        None(8, "the root recomputes", await _faults.BrokenRootsAsync(window, cancel)),
        None(8, "only listed columns", await _faults.UnlistedColumnsAsync(cancel)),
        None(8, "no right on the other side", await OtherSidesAsync(cancel)),
        .. await FailedActsAsync(window, cancel),
    ];

    /// <summary>What step 6 tried and could not do; the next run of the seal tries again.</summary>
    private async Task<IEnumerable<SealCheck>> FailedActsAsync(Guid window, CancellationToken cancel) =>
        (await FirstColumn.ReadAsync(record, "SELECT name FROM record.seal_check WHERE window_id = $1 AND step = 6 AND outcome = $2", [new() { Value = window }, new() { Value = SealLedger.Failed }], cancel))
            .Select(name => new SealCheck(6, name, CheckOutcome.Failed));

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

    private Task<IReadOnlyList<string>> OtherSidesAsync(CancellationToken cancel) => FirstColumn.ReadAsync(
        record, "SELECT nspname::text FROM pg_namespace WHERE nspname IN ('people', 'team', 'agenda') AND has_schema_privilege(oid, 'USAGE')", [], cancel);

    private static SealCheck None(int step, string name, IReadOnlyList<string> faults, CheckOutcome otherwise = CheckOutcome.Failed) =>
        new(step, name, faults.Count == 0 ? CheckOutcome.Done : otherwise);
}
