using Npgsql;

namespace BTech.Record.Verification;

/// <summary>The settings with which a PostgreSQL server writes down neither rows nor statements nor the moment of a change.</summary>
public static class QuietServer
{
    private static readonly (string Name, string Wanted)[] Settings =
    [
        ("log_statement", "none"),
        ("log_min_duration_statement", "-1"),
        ("log_min_duration_sample", "-1"),
        ("log_transaction_sample_rate", "0"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_error_verbosity", "terse"),
        ("log_min_error_statement", "panic"),
        ("track_commit_timestamp", "off"),
    ];

    /// <summary>The settings that are otherwise, each with what it is and what it should be.</summary>
    public static async Task<IReadOnlyList<string>> LoudAsync(NpgsqlDataSource server, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        await using var ask = server.CreateCommand("SELECT name, setting FROM pg_settings WHERE name = ANY($1)");
        ask.Parameters.Add(new() { Value = Settings.Select(setting => setting.Name).ToArray() });
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found[reader.GetString(0)] = reader.GetString(1);
        return [.. Settings.Where(setting => found.GetValueOrDefault(setting.Name) != setting.Wanted)
            .Select(setting => $"{setting.Name} = {found.GetValueOrDefault(setting.Name, "?")} → {setting.Wanted}")];
    }
}
