using Npgsql;

namespace BTech.Record.FollowUp;

/// <summary>
/// Lets the requests of a batch take effect together: withdrawn inputs are listed, answers about quotations count, burnt codes lose what finds them, every box is new under
/// a new key, and the batch's key is destroyed. Cut off anywhere, it is simply started again.
/// </summary>
public sealed class Release
{
    private readonly NpgsqlDataSource _record;
    private readonly IBatchKeys _keys;
    private readonly Withdrawals _withdrawals;
    private readonly TimeProvider _time;

    internal Release(NpgsqlDataSource record, IBatchKeys keys, Withdrawals withdrawals, TimeProvider time) =>
        (_record, _keys, _withdrawals, _time) = (record, keys, withdrawals, time);

    /// <summary>Releases the batches that are due, and destroys the keys of those released before.</summary>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        var today = ReleaseDays.Today(now);
        if (!await IsDueAsync(today, cancel)) return;
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await RequestRewrite.TryLockAsync(connection, cancel)) return;
        using var rewrite = new RequestRewrite(connection, _keys);
        await rewrite.ReadAsync(ReleaseDays.Next(now), cancel);
        var released = rewrite.Release(today, ReleaseDays.Next(now));
        await CodeLookups.BurnAsync(connection, Contributors(released, FollowUpRequest.Burn), cancel);
        await rewrite.WriteAsync(cancel);
        await QuotationAnswers.ReleaseAsync(connection, released, cancel);
        await _withdrawals.AddAsync(connection, Contributors(released, FollowUpRequest.Withdraw), cancel);
        await transaction.CommitAsync(cancel);
        foreach (var (window, batch) in rewrite.Batches)
            foreach (var past in (await _keys.FindAsync(window, cancel)).Where(past => past < batch))
                await _keys.DestroyAsync(window, past, cancel);
    }

    /// <summary>Whether a window has a batch for today or before, or, after a loss, none at all.</summary>
    private async Task<bool> IsDueAsync(DateOnly today, CancellationToken cancel)
    {
        var windows = new List<Guid>();
        await using (var ask = _record.CreateCommand("SELECT DISTINCT window_id FROM record.request_box"))
        await using (var reader = await ask.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel)) windows.Add(reader.GetGuid(0));
        foreach (var window in windows)
            if ((await _keys.FindAsync(window, cancel)) is not [var first, ..] || first <= today) return true;
        return false;
    }

    private static Guid[] Contributors(IEnumerable<RequestContent> released, FollowUpRequest request) =>
        [.. released.Where(one => one.Request.HasFlag(request)).Select(one => one.Contributor)];
}
