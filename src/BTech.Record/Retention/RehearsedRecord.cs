using BTech.Agenda.Rehearsing;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Retention;

/// <summary>
/// Takes everything that was said in a rehearsal, and everything that was made of it, out of the record: boxes, seal, texts, requests, themes, codes,
/// reports. Whole tables are written anew in random order, as for retention, so that of the other windows nothing can be told but that their rows
/// are there. Asked again, it finds what is left; it takes no real window, because nobody can name one to it.
/// </summary>
public sealed class RehearsedRecord
{
    private readonly NpgsqlDataSource _record;
    private readonly IBoxKeys _boxes;
    private readonly IBatchKeys _batches;
    private readonly ITombstones _tombstones;
    private readonly TimeProvider _time;

    internal RehearsedRecord(NpgsqlDataSource record, IBoxKeys boxes, IBatchKeys batches, ITombstones tombstones, TimeProvider time) =>
        (_record, _boxes, _batches, _tombstones, _time) = (record, boxes, batches, tombstones, time);

    /// <summary>The numbers of its reports, under which the other side may keep lists of participants.</summary>
    public async Task<IReadOnlyList<int>> ReportsAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        await using var ask = _record.CreateCommand("SELECT DISTINCT number FROM record.summary_report WHERE consultation_id = $1");
        ask.Parameters.Add(new() { Value = rehearsal.ConsultationId });
        var numbers = new List<int>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    /// <summary>Removes it, and destroys the keys of its requests.</summary>
    /// <returns>Whether nothing is left; not while a seal or a mix is at work or others hold the tables: try again.</returns>
    public async Task<bool> RemoveAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        foreach (var window in rehearsal.Windows)
        {
            await using var turn = await SealTurn.TryTakeAsync(_record, window, cancel);
            if (turn is null || !await CloseForGoodAsync(window, cancel)) return false;
        }
        // Named while their reports are there; a removal that was cut off in between leaves keys to nothing.
        var checks = await ChecksAsync(rehearsal, cancel);
        if (!await RemoveSealedAsync(rehearsal, cancel)) return false;
        foreach (var owner in rehearsal.Windows.Concat(checks))
            foreach (var batch in await _batches.FindAsync(owner, cancel)) await _batches.DestroyAsync(owner, batch, cancel);
        return true;
    }

    private async Task<List<Guid>> ChecksAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("SELECT c.report_id FROM record.draft_check c JOIN record.summary_report r ON r.id = c.report_id WHERE r.consultation_id = $1");
        ask.Parameters.Add(new() { Value = rehearsal.ConsultationId });
        var reports = new List<Guid>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) reports.Add(reader.GetGuid(0));
        return reports;
    }

    /// <summary>Boxes and state of a window in one transaction: from then on nothing can be written, mixed or sealed.</summary>
    private async Task<bool> CloseForGoodAsync(Guid window, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        try
        {
            if (await HasBoxesAsync(connection, window, cancel))
            {
                if (!await BoxRewrite.TryLockAsync(connection, cancel)) return false;
                using var others = new BoxRewrite(connection, _boxes);
                await others.ReadAllAsync(except: window, cancel);
                await others.WriteAsync(cancel);
            }
            foreach (var table in new[] { "seal", "seal_check", "seal_page", "group_census", "window_state" }) await DeleteAsync(connection, table, "window_id", [window], cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
        catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    private async Task<bool> RemoveSealedAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await SealedTables.ReadAsync(connection, cancel) is not { } tables) return false;
        var windows = rehearsal.Windows.ToHashSet();
        var inputs = tables["sealed_input"].Rows.Where(input => windows.Contains(input.Of<Guid>("window_id"))).Select(input => input.Of<Guid>("id")).ToHashSet();
        SealedTables.RemoveInputs(tables, inputs);
        tables["contributor"].Rows.RemoveAll(contributor => windows.Contains(contributor.Of<Guid>("window_id")));
        using var requests = new RequestRewrite(connection, _batches);
        await requests.ReadAsync(ReleaseDays.Next(_time.GetUtcNow()), cancel);
        foreach (var window in windows) requests.Remove(window);
        var buried = await _tombstones.ReadAsync(cancel);
        if (buried.Any(inputs.Contains)) await _tombstones.WriteAsync([.. buried.Where(input => !inputs.Contains(input))], cancel);
        await tables.WriteAsync(cancel);
        await requests.WriteAsync(cancel);
        // With a report go its sections, statements, editors, frozen wordings, what is known of its files, what was asked of the second person, and the participants' check.
        await DeleteAsync(connection, "summary_report", "consultation_id", [rehearsal.ConsultationId], cancel);
        await DeleteAsync(connection, "theme", "consultation_id", [rehearsal.ConsultationId], cancel);
        foreach (var table in new[] { "theme_change", "dimension", "dimension_value", "response", "released_response", "commented_band" }) await DeleteAsync(connection, table, "consultation_id", [rehearsal.ConsultationId], cancel);
        await DeleteAsync(connection, "second_reading", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "alike_group", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "meeting_note", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "saved_filter", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "import", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "sent_text", "window_id", [.. windows], cancel);
        await DeleteAsync(connection, "raised_question", "window_id", [.. windows], cancel);
        // With an export goes what it held.
        await DeleteAsync(connection, "export", "window_id", [.. windows], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<bool> HasBoxesAsync(NpgsqlConnection connection, Guid window, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand("SELECT EXISTS (SELECT FROM record.box WHERE window_id = $1)", connection) { Parameters = { new() { Value = window } } };
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    // Names from above, never from outside.
    private static async Task DeleteAsync(NpgsqlConnection connection, string table, string column, Guid[] ids, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand($"DELETE FROM record.{table} WHERE {column} = ANY($1)", connection)
        {
            Parameters = { new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
