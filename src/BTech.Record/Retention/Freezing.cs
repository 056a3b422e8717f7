using BTech.Agenda.Retention;
using BTech.Record.Disclosure;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BTech.Record.Retention;

/// <summary>
/// Freezes a window: the ids that tie the texts of one contributor together are dropped, what a follow-up code finds and asks for is taken away,
/// and all sealed rows are written anew in random order. From then on nobody can be counted, so the phrases that key points may use are
/// kept as they hold now. Requests that still wait take effect with it.
/// </summary>
public sealed class Freezing
{
    private readonly RecordContext _record;
    private readonly Backings _backings;
    private readonly IBatchKeys _keys;
    private readonly ITombstones _tombstones;
    private readonly TimeProvider _time;

    internal Freezing(RecordContext record, Backings backings, IBatchKeys keys, ITombstones tombstones, TimeProvider time) =>
        (_record, _backings, _keys, _tombstones, _time) = (record, backings, keys, tombstones, time);

    /// <summary>Whether nothing ties texts together any more; the same for a window in which nobody has written.</summary>
    public async Task<bool> IsDoneAsync(Guid windowId, CancellationToken cancel) =>
        !await _record.Contributors.AnyAsync(contributor => contributor.WindowId == windowId, cancel)
        && !await _record.Set<RequestBoxRow>().AnyAsync(box => box.WindowId == windowId, cancel)
        && (await _keys.FindAsync(windowId, cancel)).Count == 0;

    /// <summary>Freezes it in one transaction; the keys of its requests are destroyed after it.</summary>
    /// <returns>Whether it was done; not when others held the tables: try again.</returns>
    public async Task<bool> FreezeAsync(Guid windowId, CancellationToken cancel)
    {
        await using (var transaction = await _record.Database.BeginTransactionAsync(cancel))
        {
            var connection = (NpgsqlConnection)transaction.GetDbTransaction().Connection!;
            if (await SealedTables.ReadAsync(connection, cancel) is not { } tables) return false;
            using var rewrite = new RequestRewrite(connection, _keys);
            await rewrite.ReadAsync(ReleaseDays.Next(_time.GetUtcNow()), cancel);
            var requests = rewrite.Remove(windowId);
            QuotationAnswers.Release(tables, requests);
            await WithdrawAsync(tables, requests, cancel);
            await KeepWordingsAsync(windowId, cancel);

            foreach (var input in tables["sealed_input"].Rows.Where(input => input.Of<Guid>("window_id") == windowId)) input["contributor_id"] = null;
            tables["contributor"].Rows.RemoveAll(contributor => contributor.Of<Guid>("window_id") == windowId);
            var untied = tables["sealed_input"].Rows.Where(input => input["contributor_id"] is null).Select(input => input.Of<Guid>("id")).ToHashSet();
            tables["input_lookup"].Rows.RemoveAll(lookup => untied.Contains(lookup.Of<Guid>("input_id")));
            await tables.WriteAsync(cancel);
            await rewrite.WriteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        _record.ChangeTracker.Clear();
        foreach (var batch in await _keys.FindAsync(windowId, cancel)) await _keys.DestroyAsync(windowId, batch, cancel);
        return true;
    }

    // What was asked for by code and waits for Monday must not be lost with the boxes. The tombstones come first, as at a release.
    private async Task WithdrawAsync(WholeTables tables, IReadOnlyList<RequestContent> requests, CancellationToken cancel)
    {
        var authors = requests.Where(request => request.Request.HasFlag(FollowUpRequest.Withdraw)).Select(request => request.Contributor).ToHashSet();
        if (authors.Count == 0) return;
        var known = tables["withdrawal"].Values<Guid>("input_id");
        foreach (var input in tables["sealed_input"].Rows.Where(input => input["contributor_id"] is Guid author && authors.Contains(author)).Select(input => input.Of<Guid>("id")))
            if (known.Add(input)) tables["withdrawal"].Add(("input_id", input));
        await _tombstones.WriteAsync([.. known.Union(await _tombstones.ReadAsync(cancel))], cancel);
        // The phrases below are counted without them.
        await tables.WriteAsync(cancel);
    }

    private async Task KeepWordingsAsync(Guid windowId, CancellationToken cancel)
    {
        // Cut off between commit and the end of the keys: the phrases were kept, and nobody is left to be counted.
        if (await _backings.IsFrozenAsync(windowId, cancel)) return;
        foreach (var report in await _record.WholeReports().AsNoTracking().Where(report => report.WindowId == windowId && !report.IsMeeting).ToListAsync(cancel))
        {
            // Lists have backings too, and no wording of their own.
            var points = report.Statements().OfType<KeyPoint>().Select(point => point.Id).ToHashSet();
            _record.FinalWordings.AddRange((await _backings.OfAsync(report, cancel)).Where(one => points.Contains(one.Key)).Select(point => FinalWording.Of(point.Key, point.Value.Backing)));
        }
        await _record.SaveChangesAsync(cancel);
    }
}
