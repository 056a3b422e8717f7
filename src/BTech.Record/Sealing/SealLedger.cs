using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Sealing;

/// <summary>The seal's truth: <c>record.seal(window, step, outcome)</c> and what its checks found.</summary>
internal sealed class SealLedger(NpgsqlDataSource record)
{
    public const string Done = "done";
    public const string NotPermitted = "not permitted here";
    public const string Failed = "failed";
    public const string BelowTheFloor = "below the floor";
    public const string ThoseWhoAgreed = "those who agreed";
    public const string DestroyedUnread = "destroyed unread";
    public const string OpenedInSpite = "opened in spite";

    /// <summary>Whether a closed window waits because fewer than ten have sent.</summary>
    public static async Task<bool> IsBelowTheFloorAsync(NpgsqlDataSource record, Guid window, CancellationToken cancel)
    {
        await using var ask = record.CreateCommand("SELECT EXISTS (SELECT FROM record.seal WHERE window_id = $1 AND step = 3 AND outcome = $2)");
        ask.Parameters.Add(new() { Value = window });
        ask.Parameters.Add(new() { Value = BelowTheFloor });
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Takes back all steps and checks of a seal that has opened nothing.</summary>
    public static async Task ForgetAsync(NpgsqlConnection connection, Guid window, CancellationToken cancel)
    {
        foreach (var table in new[] { "record.seal", "record.seal_check" })
        {
            await using var forget = new NpgsqlCommand($"DELETE FROM {table} WHERE window_id = $1", connection) { Parameters = { new() { Value = window } } };
            await forget.ExecuteNonQueryAsync(cancel);
        }
    }

    public async Task<Dictionary<int, string>> StepsAsync(Guid window, CancellationToken cancel)
    {
        await using var ask = record.CreateCommand("SELECT step, outcome FROM record.seal WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        var steps = new Dictionary<int, string>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) steps.Add(reader.GetInt32(0), reader.GetString(1));
        return steps;
    }

    public async Task WriteAsync(Guid window, int step, string outcome, CancellationToken cancel)
    {
        await using var connection = await record.OpenConnectionAsync(cancel);
        await WriteAsync(connection, window, step, outcome, cancel);
    }

    public static async Task WriteAsync(NpgsqlConnection connection, Guid window, int step, string outcome, CancellationToken cancel)
    {
        await using var write = new NpgsqlCommand(
            "INSERT INTO record.seal (window_id, step, outcome) VALUES ($1, $2, $3) ON CONFLICT (window_id, step) DO UPDATE SET outcome = excluded.outcome", connection)
        {
            Parameters = { new() { Value = window }, new() { Value = step }, new() { Value = outcome } },
        };
        await write.ExecuteNonQueryAsync(cancel);
    }

    public async Task KeepAsync(Guid window, IReadOnlyCollection<SealCheck> checks, CancellationToken cancel)
    {
        await using var write = record.CreateCommand("""
            INSERT INTO record.seal_check (window_id, step, name, outcome)
            SELECT $1, step, name, outcome FROM unnest($2, $3, $4) AS found (step, name, outcome)
            ON CONFLICT (window_id, step, name) DO UPDATE SET outcome = excluded.outcome
            """);
        write.Parameters.Add(new() { Value = window });
        write.Parameters.Add(new() { Value = checks.Select(check => check.Step).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        write.Parameters.Add(new() { Value = checks.Select(check => check.Name).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        write.Parameters.Add(new() { Value = checks.Select(check => Word(check.Outcome)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await write.ExecuteNonQueryAsync(cancel);
    }

    public static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Done => Done,
        CheckOutcome.NotPermittedHere => NotPermitted,
        _ => Failed,
    };

    public static CheckOutcome Outcome(string word) => word switch
    {
        Done => CheckOutcome.Done,
        NotPermitted => CheckOutcome.NotPermittedHere,
        _ => CheckOutcome.Failed,
    };
}
