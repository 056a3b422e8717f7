using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;

namespace BTech.Record.Boxes;

/// <summary>
/// Tables of boxes that are only ever written as a whole, inside the caller's transaction: one changed row would show by its transaction id and its new place
/// on the disk which box was used, and when.
/// </summary>
internal static class WrittenAnew
{
    /// <summary>One writing at a time over all nodes: the table is locked before the first read.</summary>
    /// <param name="connection">The caller's, in a transaction.</param>
    /// <param name="table">The table's name, from the code and never from outside.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Not when others held it for ten seconds.</returns>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, string table, CancellationToken cancel)
    {
        try
        {
            await using var take = new NpgsqlCommand($"SET LOCAL lock_timeout = '10s'; LOCK TABLE record.{table} IN ACCESS EXCLUSIVE MODE; SET LOCAL lock_timeout = 0", connection);
            await take.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    /// <summary>Shuffles the rows, empties the table and writes them.</summary>
    /// <param name="connection">The caller's, in the transaction that holds the lock.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">Its columns, with commas between them.</param>
    /// <param name="rows">What it is to hold; in another order afterwards.</param>
    /// <param name="write">Writes the columns of one row.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task WriteAsync<TRow>(NpgsqlConnection connection, string table, string columns, List<TRow> rows, Func<NpgsqlBinaryImporter, TRow, Task> write, CancellationToken cancel)
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(rows));
        await using (var empty = new NpgsqlCommand($"TRUNCATE record.{table}", connection)) await empty.ExecuteNonQueryAsync(cancel);
        await AddAsync(connection, table, columns, rows, write, cancel);
    }

    /// <summary>Adds rows in the order given.</summary>
    public static async Task AddAsync<TRow>(NpgsqlConnection connection, string table, string columns, IEnumerable<TRow> rows, Func<NpgsqlBinaryImporter, TRow, Task> write, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY record.{table} ({columns}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await write(copy, row);
        }
        await copy.CompleteAsync(cancel);
    }
}
