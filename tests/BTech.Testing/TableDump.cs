using Npgsql;

namespace BTech.Testing;

/// <summary>Some tables as they were once, so that a test can put them back as a restored backup would: row by row, with no check of what points where.</summary>
public sealed class TableDump
{
    private readonly TestDatabase _database;
    private readonly Dictionary<string, byte[]> _tables = [];

    private TableDump(TestDatabase database) => _database = database;

    /// <summary>Copies these tables out.</summary>
    public static async Task<TableDump> TakeAsync(TestDatabase database, IEnumerable<string> tables)
    {
        var dump = new TableDump(database);
        await using var superuser = await dump.ConnectAsync();
        foreach (var table in tables)
        {
            await using var rows = await superuser.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)");
            using var kept = new MemoryStream();
            await rows.CopyToAsync(kept);
            dump._tables.Add(table, kept.ToArray());
        }
        return dump;
    }

    /// <summary>Empties the tables and copies into them what was in them.</summary>
    public async Task RestoreAsync()
    {
        await using var superuser = await ConnectAsync();
        await using (var empty = new NpgsqlCommand($"SET session_replication_role = replica; DELETE FROM {string.Join("; DELETE FROM ", _tables.Keys)}", superuser))
            await empty.ExecuteNonQueryAsync();
        foreach (var (table, kept) in _tables)
        {
            await using var rows = await superuser.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
            await rows.WriteAsync(kept);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_database.Superuser);
        await connection.OpenAsync();
        return connection;
    }
}
