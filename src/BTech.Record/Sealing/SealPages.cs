using BTech.Record.Disclosure;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Sealing;

/// <summary>What anyone may know of a seal: bands, the root, what was checked here and what was not.</summary>
/// <param name="Contributors">Band of the number of contributors.</param>
/// <param name="Inputs">Band of the number of texts.</param>
/// <param name="Labels">The labels that are carried, in the order of the alphabet.</param>
/// <param name="MerkleRoot">Root over all leaves.</param>
/// <param name="Leaves">All leaves, dummies among them, sorted.</param>
/// <param name="Checks">What was checked or done here, with its result.</param>
/// <param name="IsDestroyedUnread">Whether nothing was opened because too few had sent.</param>
/// <param name="IsOpenedByAgreement">Whether too few had sent, and only those were opened whose authors agreed to it.</param>
/// <param name="IsOpenedInSpite">Whether two persons opened the record although a check was red.</param>
public sealed record SealPage(
    PublicCount Contributors, PublicCount Inputs, IReadOnlyList<string> Labels, ReadOnlyMemory<byte> MerkleRoot, ReadOnlyMemory<byte> Leaves,
    IReadOnlyList<SealCheck> Checks, bool IsDestroyedUnread, bool IsOpenedByAgreement, bool IsOpenedInSpite);

/// <summary>How far a window's seal is.</summary>
/// <param name="ClosesAt">The closing instant as Record holds it; nothing when the window has no boxes.</param>
/// <param name="IsSealed">Whether it is complete.</param>
/// <param name="LastStep">The last of the nine steps that is done.</param>
/// <param name="IsBelowTheFloor">Whether it waits because fewer than ten have sent.</param>
/// <param name="FailedStep">The step whose checks are red, if any.</param>
/// <param name="IsDestroyedUnread">Whether everything was destroyed unread because fewer than ten had sent.</param>
public sealed record SealStanding(DateTimeOffset? ClosesAt, bool IsSealed, int LastStep, bool IsBelowTheFloor, int? FailedStep, bool IsDestroyedUnread);

/// <summary>The seal pages of sealed windows.</summary>
public sealed class SealPages
{
    private readonly NpgsqlDataSource _record;

    internal SealPages(NpgsqlDataSource record) => _record = record;

    /// <summary>How far a window's seal is, for the people who run it: no numbers, before or after.</summary>
    public async Task<SealStanding> StandingAsync(Guid windowId, CancellationToken cancel)
    {
        var window = await WindowOnRecord.FindAsync(_record, windowId, cancel);
        var steps = await new SealLedger(_record).StepsAsync(windowId, cancel);
        var reached = steps.Where(step => step.Value is SealLedger.Done or SealLedger.NotPermitted or SealLedger.ThoseWhoAgreed or SealLedger.OpenedInSpite).Select(step => step.Key).DefaultIfEmpty(0).Max();
        return new SealStanding(
            window?.ClosesAt, window?.State == WindowOnRecord.Sealed, reached,
            window?.State != WindowOnRecord.Sealed && steps.GetValueOrDefault(3) == SealLedger.BelowTheFloor,
            steps.Where(step => step.Value == SealLedger.Failed).Select(step => (int?)step.Key).FirstOrDefault(),
            steps.GetValueOrDefault(3) == SealLedger.DestroyedUnread);
    }

    /// <summary>The page of a sealed window; nothing before the seal is complete.</summary>
    public async Task<SealPage?> FindAsync(Guid windowId, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        var checks = await ChecksAsync(connection, windowId, cancel);
        await using var page = new NpgsqlCommand("""
            SELECT p.contributors_band, p.inputs_band, p.labels, p.merkle_root, p.leaves,
                   (SELECT d.outcome FROM record.seal d WHERE d.window_id = p.window_id AND d.step = 3),
                   (SELECT d.outcome FROM record.seal d WHERE d.window_id = p.window_id AND d.step = 8)
            FROM record.seal_page p JOIN record.window_state s USING (window_id) WHERE p.window_id = $1 AND s.state = 'sealed'
            """, connection);
        page.Parameters.Add(new() { Value = windowId });
        await using var reader = await page.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new SealPage(
                DisclosureControl.AsTold(reader.GetString(0)), DisclosureControl.AsTold(reader.GetString(1)),
                reader.GetString(2).Split(',', StringSplitOptions.RemoveEmptyEntries), (byte[])reader[3], (byte[])reader[4], checks,
                reader.GetString(5) == SealLedger.DestroyedUnread, reader.GetString(5) == SealLedger.ThoseWhoAgreed,
                reader.GetString(6) == SealLedger.OpenedInSpite)
            : null;
    }

    /// <summary>The checks of a window that were red when they were last asked, for the people who run the seal.</summary>
    public async Task<IReadOnlyList<SealCheck>> RedAsync(Guid windowId, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        return [.. (await ChecksAsync(connection, windowId, cancel)).Where(check => check.Outcome == CheckOutcome.Failed)];
    }

    private static async Task<List<SealCheck>> ChecksAsync(NpgsqlConnection connection, Guid windowId, CancellationToken cancel)
    {
        var checks = new List<SealCheck>();
        await using var ask = new NpgsqlCommand("SELECT step, name, outcome FROM record.seal_check WHERE window_id = $1 ORDER BY step, name", connection) { Parameters = { new() { Value = windowId } } };
        await using var found = await ask.ExecuteReaderAsync(cancel);
        while (await found.ReadAsync(cancel)) checks.Add(new SealCheck(found.GetInt32(0), found.GetString(1), SealLedger.Outcome(found.GetString(2))));
        return checks;
    }

    internal static Task WriteAsync(NpgsqlConnection connection, Guid window, SealedBatch batch, MergePlan plan, CancellationToken cancel) =>
        WriteAsync(connection, window, DisclosureControl.ForPublic(batch.Contributors), DisclosureControl.ForPublic(batch.Inputs), plan.Contributors.Keys.Order(StringComparer.Ordinal), Commitments.Padded(batch.Leaves), cancel);

    internal static Task NobodyAsync(NpgsqlConnection connection, Guid window, CancellationToken cancel) =>
        WriteAsync(connection, window, DisclosureControl.ForPublic(0), DisclosureControl.ForPublic(0), [], Commitments.Padded([]), cancel);

    private static async Task WriteAsync(
        NpgsqlConnection connection, Guid window, PublicCount contributors, PublicCount inputs, IEnumerable<string> labels, byte[] leaves, CancellationToken cancel)
    {
        await using var write = new NpgsqlCommand("""
            INSERT INTO record.seal_page (window_id, contributors_band, inputs_band, labels, merkle_root, leaves) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (window_id) DO UPDATE SET contributors_band = excluded.contributors_band, inputs_band = excluded.inputs_band,
              labels = excluded.labels, merkle_root = excluded.merkle_root, leaves = excluded.leaves
            """, connection)
        {
            Parameters =
            {
                new() { Value = window },
                new() { Value = contributors.ToString() },
                new() { Value = inputs.ToString() },
                new() { Value = string.Join(',', labels) },
                new() { Value = Commitments.Root(leaves), NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = leaves, NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        };
        await write.ExecuteNonQueryAsync(cancel);
    }
}
