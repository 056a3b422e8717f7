using Npgsql;

namespace BTech.Benchmarks.Peers;

/// <summary>The table of the bare Razor peers: one row of one box's size per participant, in a database of its own.</summary>
public static class BareRow
{
    public const int Bytes = 32 * 1024;

    public static async Task CreateAsync(string connectionString, int rows, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"""
            DROP TABLE IF EXISTS bare;
            CREATE TABLE bare (id int PRIMARY KEY, invited boolean NOT NULL, box bytea NOT NULL);
            ALTER TABLE bare ALTER COLUMN box SET STORAGE EXTERNAL;
            INSERT INTO bare SELECT n, true, convert_to(string_agg(md5(random()::text || n::text || part::text), ''), 'UTF8')
            FROM generate_series(1, {rows}) n, generate_series(1, {Bytes / 32}) part GROUP BY n;
            """);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
