using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Agenda.Retention;

/// <summary>
/// Tables of one schema, read whole, changed in memory and written anew in random order inside the caller's transaction. This is how rows are
/// erased for good: a DELETE leaves them on the disk until somebody vacuums, and an order of writing on whatever stays. The tables' files are
/// new ones after it. Each side uses it on its own connection and never for both.
/// </summary>
public sealed class WholeTables
{
    private const int Tries = 20;

    private readonly NpgsqlConnection _connection;
    private readonly string _schema;
    private readonly IReadOnlyList<string> _emptied;
    private readonly List<WholeTable> _tables = [];

    private WholeTables(NpgsqlConnection connection, string schema, IReadOnlyList<string> emptied) => (_connection, _schema, _emptied) = (connection, schema, emptied);

    /// <summary>One of the tables that were read.</summary>
    public WholeTable this[string name] => _tables.Single(table => table.Name == name);

    /// <summary>Locks the tables against everybody, before the first read, and reads them.</summary>
    /// <param name="connection">The side's own connection, in a transaction.</param>
    /// <param name="schema">The side's schema.</param>
    /// <param name="tables">The tables, each behind those that it refers to; whatever refers to one of them must be among them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing when others held a table for five seconds: try again later.</returns>
    public static Task<WholeTables?> ReadAsync(NpgsqlConnection connection, string schema, IReadOnlyList<string> tables, CancellationToken cancel) =>
        ReadAsync(connection, schema, tables, [], cancel);

    /// <summary>Likewise, with tables that are made from these: they are not read, and empty once the others are written.</summary>
    public static async Task<WholeTables?> ReadAsync(NpgsqlConnection connection, string schema, IReadOnlyList<string> tables, IReadOnlyList<string> emptied, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(emptied);
        var whole = new WholeTables(connection, schema, emptied);
        if (!await whole.TryLockAsync([.. tables, .. emptied], cancel)) return null;
        foreach (var table in tables) whole._tables.Add(await whole.ReadAsync(table, cancel));
        return whole;
    }

    // In many short tries: a page that has one of the tables and wants another never waits so long for us that the server ends it instead.
    private async Task<bool> TryLockAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            try
            {
                await ExecuteAsync($"SAVEPOINT before_lock; SET LOCAL lock_timeout = '250ms'; LOCK TABLE {Names(tables)} IN ACCESS EXCLUSIVE MODE; SET LOCAL lock_timeout = 0", cancel);
                return true;
            }
            catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await ExecuteAsync("ROLLBACK TO SAVEPOINT before_lock", cancel);
            }
        }
        return false;
    }

    /// <summary>Writes every row that is left, each table in a random order of its own.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await ExecuteAsync($"TRUNCATE {Names(_tables.Select(table => table.Name).Concat(_emptied))}", cancel);
        foreach (var table in _tables)
        {
            RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(table.Rows));
            await using var copy = await _connection.BeginBinaryImportAsync(
                $"COPY {_schema}.{table.Name} ({string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)", cancel);
            foreach (var row in table.Rows)
            {
                await copy.StartRowAsync(cancel);
                foreach (var (name, type) in table.Columns)
                {
                    if (row[name] is { } value) await copy.WriteAsync(value, type, cancel);
                    else await copy.WriteNullAsync(cancel);
                }
            }
            await copy.CompleteAsync(cancel);
        }
    }

    private async Task<WholeTable> ReadAsync(string name, CancellationToken cancel)
    {
        var columns = new List<(string, NpgsqlDbType)>();
        await using (var ask = new NpgsqlCommand("SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position", _connection)
        {
            Parameters = { new() { Value = _schema }, new() { Value = name } },
        })
        await using (var reader = await ask.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel)) columns.Add((reader.GetString(0), TypeOf(reader.GetString(1))));
        var table = new WholeTable(name, columns);
        await using (var ask = new NpgsqlCommand($"SELECT {string.Join(", ", columns.Select(column => $"\"{column.Item1}\""))} FROM {_schema}.{name}", _connection))
        await using (var reader = await ask.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel))
            {
                var values = new object[columns.Count];
                reader.GetValues(values);
                table.Rows.Add(new TableRow(table, [.. values.Select(value => value is DBNull ? null : value)]));
            }
        return table;
    }

    private string Names(IEnumerable<string> tables) => string.Join(", ", tables.Select(table => $"{_schema}.{table}"));

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // A type that is not known here stops the work before anything is emptied.
    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "_uuid" => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        "text" => NpgsqlDbType.Text,
        "varchar" => NpgsqlDbType.Varchar,
        "bytea" => NpgsqlDbType.Bytea,
        "bool" => NpgsqlDbType.Boolean,
        "int4" => NpgsqlDbType.Integer,
        "date" => NpgsqlDbType.Date,
        "timestamptz" => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException($"Rows with a column of type {type} cannot be written anew."),
    };
}

/// <summary>One table that was read whole.</summary>
public sealed class WholeTable
{
    internal WholeTable(string name, IReadOnlyList<(string Name, NpgsqlDbType Type)> columns) => (Name, Columns) = (name, columns);

    /// <summary>Its name without the schema.</summary>
    public string Name { get; }

    /// <summary>Its rows.</summary>
    public List<TableRow> Rows { get; } = [];

    /// <summary>The values of one column, without the empty ones.</summary>
    public HashSet<T> Values<T>(string column) => [.. Rows.Select(row => row[column]).OfType<T>()];

    /// <summary>Adds a row; columns that are not named stay empty.</summary>
    public void Add(params ReadOnlySpan<(string Column, object Value)> values)
    {
        var row = new TableRow(this, new object?[Columns.Count]);
        foreach (var (column, value) in values) row[column] = value;
        Rows.Add(row);
    }

    internal IReadOnlyList<(string Name, NpgsqlDbType Type)> Columns { get; }
}

/// <summary>One row, by column.</summary>
public sealed class TableRow
{
    private readonly WholeTable _table;
    private readonly object?[] _values;

    internal TableRow(WholeTable table, object?[] values) => (_table, _values) = (table, values);

    /// <summary>The value of a column; nothing where it is empty.</summary>
    public object? this[string column]
    {
        get => _values[Place(column)];
        set => _values[Place(column)] = value;
    }

    /// <summary>The value of a column that is never empty.</summary>
    public T Of<T>(string column) => (T)this[column]!;

    private int Place(string column)
    {
        for (var place = 0; place < _table.Columns.Count; place++)
            if (_table.Columns[place].Name == column) return place;
        throw new ArgumentException($"{_table.Name} has no column {column}.", nameof(column));
    }
}
