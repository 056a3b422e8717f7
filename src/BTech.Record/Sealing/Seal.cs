using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using Npgsql;

namespace BTech.Record.Sealing;

/// <summary>
/// The act that turns boxes into a record without authors: nine steps, each noted when it ends, so that a run cut off anywhere is
/// simply started again. What was not sent is destroyed unread.
/// </summary>
public sealed class Seal
{
    /// <summary>Fewer sent boxes than this are never opened; no setting lowers it.</summary>
    public const int Floor = 10;

    private const int FewestWhoAgree = 5;

    private readonly NpgsqlDataSource _record;
    private readonly IBoxKeys _keys;
    private readonly IBatchKeys _batches;
    private readonly GroupCensus _census;
    private readonly IOldCopies _copies;
    private readonly TimeProvider _time;
    private readonly SealLedger _ledger;
    private readonly SealChecks _checks;
    private readonly long _textsInMemory;

    // The bound on the bytes of texts that step 5 holds in memory is lowered by tests only.
    internal Seal(NpgsqlDataSource record, IBoxKeys keys, IBatchKeys batches, GroupCensus census, IOldCopies copies, TimeProvider time,
        long textsInMemory = PassingTexts.MostInMemory)
    {
        (_record, _keys, _batches, _census, _copies, _time, _textsInMemory) = (record, keys, batches, census, copies, time, textsInMemory);
        _ledger = new SealLedger(record);
        _checks = new SealChecks(record, keys);
    }

    /// <summary>Seals a window as far as it can be sealed now; on a sealed window it says so.</summary>
    public Task<SealOutcome> RunAsync(SealRequest request, CancellationToken cancel) => RunAsync(request, onlyThoseWhoAgreed: false, cancel);

    /// <summary>
    /// Below the floor: opens the boxes of those authors who said that theirs may be opened all the same, if they are enough to hide each
    /// other, and destroys the others unread. With too few of them nothing changes.
    /// </summary>
    public Task<SealOutcome> OpenThoseWhoAgreedAsync(SealRequest request, CancellationToken cancel) => RunAsync(request, onlyThoseWhoAgreed: true, cancel);

    /// <summary>
    /// What the seal would find here before it opens anything: keys, boxes, columns, rights, settings. It writes nothing, opens no content, and
    /// answers the same whether or not anybody has written.
    /// </summary>
    public async Task<IReadOnlyList<SealCheck>> RehearseAsync(Guid windowId, CancellationToken cancel) =>
        [.. await _checks.BeforeAsync(windowId, cancel), .. await _checks.RightsAsync(cancel)];

    /// <summary>Below the floor: gives people more time. Nothing has been read.</summary>
    /// <returns>Whether the window was waiting below the floor.</returns>
    public Task<bool> ExtendAsync(Guid windowId, DateTimeOffset closes, CancellationToken cancel) => AloneAsync(windowId, busy: false, async () =>
    {
        if ((await _ledger.StepsAsync(windowId, cancel)).GetValueOrDefault(3) != SealLedger.BelowTheFloor) return false;
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await WindowOnRecord.MoveAsync(connection, windowId, WindowOnRecord.Sealing, WindowOnRecord.Open, null, cancel);
        if (!await WindowOnRecord.MoveAsync(connection, windowId, WindowOnRecord.Open, WindowOnRecord.Open, closes, cancel)) return false;
        await SealLedger.ForgetAsync(connection, windowId, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Below the floor and without an extension: destroys boxes and keys unread. Two persons decide that, and everybody is told.</summary>
    public Task<SealOutcome> DestroyUnreadAsync(Guid windowId, CancellationToken cancel) => AloneAsync(windowId, new SealOutcome(SealStatus.Busy), async () =>
    {
        if (await WindowOnRecord.FindAsync(_record, windowId, cancel) is not { } window) return new SealOutcome(SealStatus.NoSuchWindow);
        switch ((await _ledger.StepsAsync(windowId, cancel)).GetValueOrDefault(3))
        {
            case SealLedger.DestroyedUnread:
                return await EndAsync(window, cancel);
            case SealLedger.BelowTheFloor:
                var isDone = await RewriteAsync(window, async (connection, token) =>
                {
                    await WindowOnRecord.MoveAsync(connection, windowId, WindowOnRecord.Open, WindowOnRecord.Sealing, null, token);
                    await SealPages.NobodyAsync(connection, windowId, token);
                }, SealLedger.DestroyedUnread, 3, cancel);
                return isDone ? await EndAsync(window, cancel) : new SealOutcome(SealStatus.Busy, 3);
            default:
                return new SealOutcome(SealStatus.NotBelowTheFloor);
        }
    }, cancel);

    /// <summary>
    /// After a red step 8: opens the record all the same, by order of two persons, with the red check printed on the seal page. The checks
    /// run once more; where they are green by now the window is simply sealed, and some are never passed over.
    /// </summary>
    public Task<SealOutcome> OpenInSpiteAsync(Guid windowId, CancellationToken cancel) => AloneAsync(windowId, new SealOutcome(SealStatus.Busy), async () =>
    {
        if (await WindowOnRecord.FindAsync(_record, windowId, cancel) is not { } window) return new SealOutcome(SealStatus.NoSuchWindow);
        if (window.State == WindowOnRecord.Sealed) return new SealOutcome(SealStatus.Sealed, 9);
        if ((await _ledger.StepsAsync(windowId, cancel)).GetValueOrDefault(8) != SealLedger.Failed) return new SealOutcome(SealStatus.NotRed);
        var red = await CheckAsync(window, 8, _checks.AfterAsync, cancel);
        if (red is not null && red.Checks!.Any(check => !check.CanBeOpenedInSpite)) return red with { Status = SealStatus.NeverInSpite };
        await FinishAsync(window, red is null ? SealLedger.Done : SealLedger.OpenedInSpite, cancel);
        return new SealOutcome(SealStatus.Sealed, 9);
    }, cancel);

    private async Task<SealOutcome> RunAsync(SealRequest request, bool onlyThoseWhoAgreed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.First == request.Second) return new SealOutcome(SealStatus.OnePersonOnly);
        return await AloneAsync(request.WindowId, new SealOutcome(SealStatus.Busy), async () =>
        {
            if (await WindowOnRecord.FindAsync(_record, request.WindowId, cancel) is not { } window) return new SealOutcome(SealStatus.NoSuchWindow);
            if (window.State == WindowOnRecord.Sealed) return new SealOutcome(SealStatus.Sealed, 9);
            if (_time.GetUtcNow() < window.ClosesAt + request.AfterClosing) return new SealOutcome(SealStatus.NotDue);
            return await RunAsync(window, request.AreaOfParagraph, onlyThoseWhoAgreed, cancel);
        }, cancel);
    }

    private async Task<T> AloneAsync<T>(Guid window, T busy, Func<Task<T>> act, CancellationToken cancel)
    {
        await using var turn = await SealTurn.TryTakeAsync(_record, window, cancel);
        return turn is null ? busy : await act();
    }

    private async Task<SealOutcome> RunAsync(WindowOnRecord window, IReadOnlyDictionary<int, int> areas, bool onlyThoseWhoAgreed, CancellationToken cancel)
    {
        var steps = await _ledger.StepsAsync(window.Id, cancel);
        var third = steps.GetValueOrDefault(3);
        if (third == SealLedger.DestroyedUnread) return await EndAsync(window, cancel);
        if (onlyThoseWhoAgreed && third is not (SealLedger.BelowTheFloor or SealLedger.ThoseWhoAgreed)) return new SealOutcome(SealStatus.NotBelowTheFloor);
        if (third == SealLedger.BelowTheFloor && !onlyThoseWhoAgreed) return await WaitBelowTheFloorAsync(window, SealStatus.BelowTheFloor, cancel);

        if (!IsDone(1) && await CheckAsync(window, 1, _checks.BeforeAsync, cancel) is { } red) return red;
        if (!IsDone(2)) await BeginAsync(window, cancel);
        if (!IsDone(5))
        {
            var agreed = onlyThoseWhoAgreed || third == SealLedger.ThoseWhoAgreed;
            var sent = await CountAsync(window, agreed, cancel);
            if (sent.Values.Sum() < (agreed ? Math.Max(window.SmallestGroup, FewestWhoAgree) : Floor))
                return await WaitBelowTheFloorAsync(window, agreed ? SealStatus.TooFewAgree : SealStatus.BelowTheFloor, cancel);
            await _ledger.WriteAsync(window.Id, 3, agreed ? SealLedger.ThoseWhoAgreed : SealLedger.Done, cancel);
            var plan = MergePlan.For(await _census.ReadAsync(window.Id, cancel), sent, window.SmallestGroup);
            await _ledger.WriteAsync(window.Id, 4, SealLedger.Done, cancel);
            if (!await RewriteAsync(window, (connection, token) => OpenAsync(connection, window, plan, areas, agreed, token), SealLedger.Done, 5, cancel))
                return new SealOutcome(SealStatus.Busy, 5);
        }
        return await EndAsync(window, cancel);

        bool IsDone(int step) => steps.GetValueOrDefault(step) is SealLedger.Done or SealLedger.NotPermitted;
    }

    /// <summary>
    /// Step 3, when too few have sent: nothing was opened, so the window is as it was before the seal began. What was sent can be withdrawn
    /// again, and its authors can say that it may be opened all the same.
    /// </summary>
    private async Task<SealOutcome> WaitBelowTheFloorAsync(WindowOnRecord window, SealStatus status, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await WindowOnRecord.MoveAsync(connection, window.Id, WindowOnRecord.Sealing, WindowOnRecord.Open, null, cancel);
        await SealLedger.ForgetAsync(connection, window.Id, cancel);
        await SealLedger.WriteAsync(connection, window.Id, 3, SealLedger.BelowTheFloor, cancel);
        await transaction.CommitAsync(cancel);
        return new SealOutcome(status, 3);
    }

    /// <summary>Steps 6 to 9: what follows once nothing of the boxes is left.</summary>
    private async Task<SealOutcome> EndAsync(WindowOnRecord window, CancellationToken cancel)
    {
        await CleanUpAsync(window, cancel);
        if (await CheckAsync(window, 8, _checks.AfterAsync, cancel) is { } red) return red;
        await FinishAsync(window, SealLedger.Done, cancel);
        return new SealOutcome(SealStatus.Sealed, 9);
    }

    /// <summary>Steps 1 and 8.</summary>
    private async Task<SealOutcome?> CheckAsync(WindowOnRecord window, int step, Func<Guid, CancellationToken, Task<IReadOnlyList<SealCheck>>> check, CancellationToken cancel)
    {
        var checks = await check(window.Id, cancel);
        await _ledger.KeepAsync(window.Id, checks, cancel);
        var red = checks.Where(found => found.Outcome == CheckOutcome.Failed).ToList();
        await _ledger.WriteAsync(window.Id, step, red.Count > 0 ? SealLedger.Failed : SealLedger.Done, cancel);
        return red.Count > 0 ? new SealOutcome(SealStatus.ChecksFailed, step, red) : null;
    }

    /// <summary>Step 2: from here on nothing can be withdrawn, so each try writes the same texts.</summary>
    private async Task BeginAsync(WindowOnRecord window, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Lets the saves that are on their way finish; the ones behind the lock will find the window sealing.
        await using (var settle = new NpgsqlCommand("LOCK TABLE record.box IN EXCLUSIVE MODE", connection)) await settle.ExecuteNonQueryAsync(cancel);
        await WindowOnRecord.MoveAsync(connection, window.Id, WindowOnRecord.Open, WindowOnRecord.Sealing, null, cancel);
        await SealLedger.WriteAsync(connection, window.Id, 2, SealLedger.Done, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Step 3: how many of each group have something to seal. Only the counts leave this method.</summary>
    private async Task<IReadOnlyDictionary<string, int>> CountAsync(WindowOnRecord window, bool onlyThoseWhoAgreed, CancellationToken cancel)
    {
        var sent = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await foreach (var content in ContentsAsync(connection, window, cancel))
            if (content.HasSomethingToSeal && (!onlyThoseWhoAgreed || content.AgreesToBeOpenedWithFew)) sent[content.Group] = sent.GetValueOrDefault(content.Group) + 1;
        return sent;
    }

    /// <summary>Step 5, inside the transaction that also rewrites the boxes of the other windows.</summary>
    private async Task OpenAsync(
        NpgsqlConnection connection, WindowOnRecord window, MergePlan plan, IReadOnlyDictionary<int, int> areas, bool onlyThoseWhoAgreed, CancellationToken cancel)
    {
        using var texts = new PassingTexts(_textsInMemory);
        var batch = new SealedBatch(window.Id, areas, texts);
        await foreach (var content in ContentsAsync(connection, window, cancel))
            if (!onlyThoseWhoAgreed || content.AgreesToBeOpenedWithFew) batch.Add(content, plan.LabelOf(content.Group));
        await batch.WriteAsync(connection, _batches, ReleaseDays.Next(_time.GetUtcNow()), cancel);
        await SealPages.WriteAsync(connection, window.Id, batch, plan, cancel);
    }

    private async Task<bool> RewriteAsync(WindowOnRecord window, Func<NpgsqlConnection, CancellationToken, Task> open, string outcome, int step, CancellationToken cancel)
    {
        // A mix takes a second or two; five tries outlast it without holding anybody up.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (attempt > 0) await Task.Delay(TimeSpan.FromMilliseconds(400), cancel);
            if (await TryRewriteAsync(window, open, outcome, step, cancel)) return true;
        }
        return false;
    }

    private async Task<bool> TryRewriteAsync(WindowOnRecord window, Func<NpgsqlConnection, CancellationToken, Task> open, string outcome, int step, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        try
        {
            if (!await BoxRewrite.TryLockAsync(connection, cancel)) return false;
        }
        catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
        await open(connection, cancel);
        using var others = new BoxRewrite(connection, _keys);
        await others.ReadAllAsync(except: window.Id, cancel);
        await others.WriteAsync(cancel);
        await SealLedger.WriteAsync(connection, window.Id, step, outcome, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Steps 6 and 7: the server forgets what it can, and the keys are destroyed.</summary>
    private async Task CleanUpAsync(WindowOnRecord window, CancellationToken cancel)
    {
        var acts = new List<SealCheck>
        {
            await TryAsync("written out", "CHECKPOINT", cancel),
            await TryAsync("new log segment", "SELECT pg_switch_wal()", cancel),
            await TryAsync("counters reset", """
                SELECT pg_stat_reset_single_table_counters(oid) FROM pg_class
                WHERE relnamespace = 'record'::regnamespace AND relname IN ('box', 'contributor', 'sealed_input')
                """, cancel),
            new SealCheck(6, SealCheck.OldCopiesRemoved, await _copies.RemoveAsync(window.Id, cancel)),
        };
        await _ledger.KeepAsync(window.Id, acts, cancel);
        await _ledger.WriteAsync(window.Id, 6, acts.TrueForAll(act => act.Outcome == CheckOutcome.Done) ? SealLedger.Done : SealLedger.NotPermitted, cancel);
        var isFinal = await _keys.DestroyAsync(window.Id, cancel);
        await _ledger.KeepAsync(window.Id, [new SealCheck(7, "keys are destroyed for good", isFinal ? CheckOutcome.Done : CheckOutcome.NotPermittedHere)], cancel);
        await _ledger.WriteAsync(window.Id, 7, isFinal ? SealLedger.Done : SealLedger.NotPermitted, cancel);
    }

    /// <summary>Step 9: the seal page stands, and the window is sealed.</summary>
    private async Task FinishAsync(WindowOnRecord window, string eighth, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await WindowOnRecord.MoveAsync(connection, window.Id, WindowOnRecord.Sealing, WindowOnRecord.Sealed, null, cancel);
        await SealLedger.WriteAsync(connection, window.Id, 8, eighth, cancel);
        await SealLedger.WriteAsync(connection, window.Id, 9, SealLedger.Done, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<SealCheck> TryAsync(string name, string sql, CancellationToken cancel)
    {
        try
        {
            await using var act = _record.CreateCommand(sql);
            act.CommandTimeout = 300;
            await act.ExecuteNonQueryAsync(cancel);
            return new SealCheck(6, name, CheckOutcome.Done);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported)
        {
            return new SealCheck(6, name, CheckOutcome.NotPermittedHere);
        }
    }

    /// <summary>Opens the boxes of a window one after the other; at no time are two of them in the clear.</summary>
    private async IAsyncEnumerable<BoxContent> ContentsAsync(
        NpgsqlConnection connection, WindowOnRecord window, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var key = await _keys.OpenAsync(window.Id, cancel);
        await using var read = new NpgsqlCommand("SELECT tag, box FROM record.box WHERE window_id = $1", connection) { Parameters = { new() { Value = window.Id } }, CommandTimeout = 0 };
        await using var reader = await read.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var box = (byte[])reader[1];
            yield return BoxContentForm.Read(Box.Unlock(key, window.Id, (byte[])reader[0], box), Box.Room(box.Length));
        }
    }
}
