using BTech.Record.Boxes;
using BTech.Record.Sealing;
using Npgsql;

namespace BTech.Record.FollowUp;

/// <summary>
/// Takes what the holder of a follow-up code asks for after the seal and keeps it locked until the next release. A code that belongs to
/// nothing, to a window not sealed yet, or that was burnt leads through the same steps and changes nothing.
/// </summary>
public sealed class Requests
{
    private readonly NpgsqlDataSource _record;
    private readonly IBatchKeys _keys;
    private readonly TimeProvider _time;

    internal Requests(NpgsqlDataSource record, IBatchKeys keys, TimeProvider time) => (_record, _keys, _time) = (record, keys, time);

    /// <summary>The day on which something asked for now takes effect.</summary>
    public DateOnly TakesEffect => ReleaseDays.Next(_time.GetUtcNow());

    /// <summary>Asks for something with a code; asking twice is asking once.</summary>
    /// <returns>Whether it was taken, which says nothing about the code; not when others held the boxes too long: try again.</returns>
    public Task<bool> AskAsync(FollowUpCode code, FollowUpRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(() => KeepAsync(code.Root(), request, cancel), cancel);
    }

    private async Task<bool> KeepAsync(byte[] root, FollowUpRequest request, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await RequestRewrite.TryLockAsync(connection, cancel)) return false;
        var contributor = await FindContributorAsync(connection, Commitments.LookupHash(root, 0), cancel);
        using var rewrite = new RequestRewrite(connection, _keys);
        await rewrite.ReadAsync(TakesEffect, cancel);
        // Nobody's contributor stands for a code that leads to none, and no box has its hash.
        rewrite.Ask(Commitments.RequestHash(root), contributor is null ? FollowUpRequest.None : request, contributor ?? Guid.Empty);
        await rewrite.WriteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<Guid?> FindContributorAsync(NpgsqlConnection connection, byte[] lookupHash, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand("""
            SELECT i.contributor_id FROM record.input_lookup l JOIN record.sealed_input i ON i.id = l.input_id JOIN record.window_state s USING (window_id)
            WHERE l.lookup_hash = $1 AND s.state = 'sealed'
            """, connection) { Parameters = { new() { Value = lookupHash } } };
        return (Guid?)await ask.ExecuteScalarAsync(cancel);
    }
}
