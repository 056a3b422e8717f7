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
    private readonly Inclusion _inclusion;

    internal Requests(NpgsqlDataSource record, IBatchKeys keys, TimeProvider time) => (_record, _keys, _time, _inclusion) = (record, keys, time, new Inclusion(record));

    /// <summary>The day on which something asked for now takes effect.</summary>
    public DateOnly TakesEffect => ReleaseDays.Next(_time.GetUtcNow());

    /// <summary>Asks for something with a code; asking twice is asking once.</summary>
    /// <returns>Whether it was taken, which says nothing about the code; not when others held the boxes too long: try again.</returns>
    public Task<bool> AskAsync(FollowUpCode code, FollowUpRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(() => KeepAsync(code.Root(), request, Guid.Empty, cancel), cancel);
    }

    /// <summary>
    /// Answers the team's question whether a passage may be quoted, for whoever has shown code and text once more. Answered again, the later answer counts; after a
    /// release a no takes a yes back.
    /// </summary>
    /// <returns>As for what is asked for: whether it was taken.</returns>
    public Task<bool> AnswerAsync(FollowUpCode code, string pasted, Guid quotationId, bool allows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(async () =>
        {
            var held = await _inclusion.FindAsync(code, pasted, cancel);
            // Looked for in any case; where nothing is held, nothing is found.
            var isOurs = await IsAboutAsync(quotationId, held.Inputs, cancel);
            return await KeepAsync(code.Root(), !isOurs ? FollowUpRequest.None : allows ? FollowUpRequest.AllowQuotation : FollowUpRequest.RefuseQuotation, quotationId, cancel);
        }, cancel);
    }

    private async Task<bool> IsAboutAsync(Guid quotation, Guid[] inputs, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("SELECT EXISTS (SELECT FROM record.quotation WHERE id = $1 AND input_id = ANY ($2))");
        ask.Parameters.Add(new() { Value = quotation });
        ask.Parameters.Add(new() { Value = inputs });
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    private async Task<bool> KeepAsync(byte[] root, FollowUpRequest request, Guid quotation, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await RequestRewrite.TryLockAsync(connection, cancel)) return false;
        var contributor = await FindContributorAsync(connection, Commitments.LookupHash(root, 0), cancel);
        using var rewrite = new RequestRewrite(connection, _keys);
        await rewrite.ReadAsync(TakesEffect, cancel);
        // Nobody's contributor stands for a code that leads to none, and no box has its hash.
        rewrite.Ask(Commitments.RequestHash(root), contributor is null ? FollowUpRequest.None : request, contributor ?? Guid.Empty, quotation);
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
