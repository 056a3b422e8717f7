using Npgsql;

namespace BTech.Record.Sealing;

/// <summary>The Record side's own row of a window.</summary>
internal sealed record WindowOnRecord(Guid Id, string State, DateTimeOffset ClosesAt, int SmallestGroup)
{
    public const string Open = "open";
    public const string Sealing = "sealing";
    public const string Sealed = "sealed";

    public static async Task<WindowOnRecord?> FindAsync(NpgsqlDataSource record, Guid window, CancellationToken cancel)
    {
        await using var ask = record.CreateCommand("SELECT state, closes_at, smallest_group FROM record.window_state WHERE window_id = $1");
        ask.Parameters.Add(new() { Value = window });
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new WindowOnRecord(window, reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2))
            : null;
    }

    /// <summary>Moves a window from one state to the next, with a new closing instant where one is given.</summary>
    public static async Task<bool> MoveAsync(NpgsqlConnection connection, Guid window, string from, string to, DateTimeOffset? closes, CancellationToken cancel)
    {
        await using var move = new NpgsqlCommand(
            "UPDATE record.window_state SET state = $3, closes_at = coalesce($4, closes_at) WHERE window_id = $1 AND state = $2", connection)
        {
            Parameters =
            {
                new() { Value = window },
                new() { Value = from },
                new() { Value = to },
                new() { Value = (object?)closes?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz },
            },
        };
        return await move.ExecuteNonQueryAsync(cancel) == 1;
    }
}
