using System.Globalization;
using System.IO.Compression;
using System.Text;
using Npgsql;

namespace BTech.Adversary.Tests;

/// <summary>What somebody gets who holds the whole server: every table with its system columns, the data directory with its log of changes, every file.</summary>
internal sealed class Artefacts
{
    internal Artefacts(IReadOnlyList<DumpedTable> tables, IReadOnlyList<CollectedFile> files) => (Tables, Files) = (tables, files);

    public IReadOnlyList<DumpedTable> Tables { get; }

    public IReadOnlyList<CollectedFile> Files { get; }

    /// <summary>Takes the tables alone, as a dump does.</summary>
    public static async Task<Artefacts> DumpAsync(string superuser)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        return new Artefacts(await DumpAsync(connection), []);
    }

    /// <summary>Takes everything; <paramref name="more"/> names folders beside the database and texts such as logs.</summary>
    public static async Task<Artefacts> CollectAsync(string superuser, IEnumerable<string> folders, IEnumerable<(string Name, string Text)> more)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "CHECKPOINT");
        var tables = await DumpAsync(connection);
        var directory = await ScalarAsync<string>(connection, "SHOW data_directory");
        var database = await ScalarAsync<uint>(connection, "SELECT oid FROM pg_database WHERE datname = current_database()");
        var files = new List<CollectedFile>();
        foreach (var folder in folders) files.AddRange(Read(folder, isOfTheServer: false));
        foreach (var folder in new[] { Path.Combine(directory, "base", database.ToString(CultureInfo.InvariantCulture)), Path.Combine(directory, "pg_wal") })
            files.AddRange(Read(folder, isOfTheServer: true));
        files.AddRange(more.Select(text => new CollectedFile(text.Name, Encoding.UTF8.GetBytes(text.Text), DateTime.UtcNow, false)));
        return new Artefacts(tables, files);
    }

    /// <summary>Where any of these words can be read, in UTF-8, UTF-16, or base 64 at any offset, also where it was compressed.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string> words)
    {
        var needles = words.SelectMany(Spellings).ToList();
        var places = new List<string>();
        foreach (var table in Tables)
            foreach (var row in table.Rows)
                for (var column = 0; column < row.Length; column++)
                    if (row[column] is { } value && Holds(value, needles)) places.Add($"{table.Name}.{table.Columns[column]}");
        places.AddRange(Files.Where(file => Holds(file.Bytes, needles)).Select(file => file.Name));
        return [.. places.Distinct()];
    }

    public DumpedTable Table(string name) => Tables.Single(table => table.Name == name);

    private static IEnumerable<byte[]> Spellings(string word)
    {
        yield return Encoding.UTF8.GetBytes(word);
        yield return Encoding.Unicode.GetBytes(word);
        for (var offset = 0; offset < 3; offset++)
        {
            var shifted = Convert.ToBase64String([.. new byte[offset], .. Encoding.UTF8.GetBytes(word)]);
            // The first group mixes with what stands before, the last with what follows.
            yield return Encoding.ASCII.GetBytes(shifted[4..^4]);
        }
    }

    private static bool Holds(byte[] bytes, List<byte[]> needles) => new[] { bytes }.Concat(Expanded(bytes)).Any(one => needles.Exists(needle => one.AsSpan().IndexOf(needle) >= 0));

    /// <summary>What begins like a gzip member, expanded as far as it goes.</summary>
    private static IEnumerable<byte[]> Expanded(byte[] bytes)
    {
        byte[] beginning = [0x1f, 0x8b, 8];
        for (var at = bytes.AsSpan().IndexOf(beginning); at >= 0;)
        {
            yield return Expand(bytes.AsSpan(at).ToArray());
            var next = bytes.AsSpan(at + 1).IndexOf(beginning);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static byte[] Expand(byte[] bytes)
    {
        using var expanded = new MemoryStream();
        var some = new byte[4096];
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            for (int read; expanded.Length < 1 << 20 && (read = gzip.Read(some)) > 0;) expanded.Write(some, 0, read);
        }
        catch (InvalidDataException)
        {
            // It only began like one, or something else follows it.
        }
        return expanded.ToArray();
    }

    private static IEnumerable<CollectedFile> Read(string folder, bool isOfTheServer)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            byte[]? bytes = null;
            try
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                bytes = copy.ToArray();
            }
            catch (IOException)
            {
                // A running server removes files while we look.
            }
            if (bytes is not null) yield return new CollectedFile(file, bytes, File.GetLastWriteTimeUtc(file), isOfTheServer);
        }
    }

    private static async Task<List<DumpedTable>> DumpAsync(NpgsqlConnection connection)
    {
        var tables = new List<DumpedTable>();
        var canInspect = await CanInspectAsync(connection);
        foreach (var (schema, table) in await TablesAsync(connection))
        {
            tables.Add(await DumpAsync(connection, schema, table));
            if (canInspect) tables.Add(await DeadRowsAsync(connection, schema, table));
        }
        return tables;
    }

    private static async Task<List<(string Schema, string Table)>> TablesAsync(NpgsqlConnection connection)
    {
        var tables = new List<(string, string)>();
        await using var ask = new NpgsqlCommand(
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')", connection);
        await using var reader = await ask.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }

    private static async Task<DumpedTable> DumpAsync(NpgsqlConnection connection, string schema, string table)
    {
        var columns = new List<(string Name, string Type)>();
        await using (var ask = new NpgsqlCommand("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position", connection))
        {
            ask.Parameters.Add(new() { Value = schema });
            ask.Parameters.Add(new() { Value = table });
            await using var found = await ask.ExecuteReaderAsync();
            while (await found.ReadAsync()) columns.Add((found.GetString(0), found.GetString(1)));
        }
        // Long values lie elsewhere, in chunks that are numbered in the order of their first writing.
        var chunked = columns.Where(column => column.Type is "bytea" or "text" or "character varying").Select(column => column.Name).ToList();
        var list = string.Join(", ", columns.Select(column => column.Type == "bytea" ? $"\"{column.Name}\"" : $"convert_to(\"{column.Name}\"::text, 'UTF8')")
            .Concat(chunked.Select(column => $"convert_to(pg_column_toast_chunk_id(\"{column}\")::text, 'UTF8')"))
            .Append("convert_to(xmin::text, 'UTF8')").Append("convert_to(ctid::text, 'UTF8')"));
        var rows = new List<byte[]?[]>();
        await using var dump = new NpgsqlCommand($"SELECT {list} FROM {schema}.\"{table}\" ORDER BY ctid", connection);
        await using var reader = await dump.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, columns.Count + chunked.Count + 2).Select(index => reader.IsDBNull(index) ? null : (byte[])reader[index])]);
        return new DumpedTable(
            $"{schema}.{table}", [.. columns.Select(column => column.Name), .. chunked.Select(column => $"chunks of {column}"), "xmin", "ctid"], [.. columns.Select(column => column.Type)], rows);
    }

    /// <summary>
    /// What nobody sees any more and still lies in the table's file: earlier versions of rows, with the transactions that wrote and ended each. Read
    /// with PostgreSQL's own inspector; where a server lacks it, the same rows are only looked for as bytes of its files.
    /// </summary>
    private static async Task<DumpedTable> DeadRowsAsync(NpgsqlConnection connection, string schema, string table)
    {
        var name = $"{schema}.\"{table}\"";
        await using var inspect = new NpgsqlCommand($"""
            SELECT row.t_data, convert_to(row.t_xmax::text, 'UTF8'), convert_to(row.t_xmin::text, 'UTF8'), convert_to(format('(%s,%s)', page, row.lp), 'UTF8')
            FROM generate_series(0, pg_relation_size($1::regclass) / current_setting('block_size')::int - 1) AS page,
                 LATERAL inspect.heap_page_items(inspect.get_raw_page($1, page::int)) AS row
            WHERE row.t_data IS NOT NULL AND NOT EXISTS (SELECT FROM {name} AS live WHERE live.ctid = format('(%s,%s)', page, row.lp)::tid)
            ORDER BY page, row.lp
            """, connection) { Parameters = { new() { Value = name } } };
        var rows = new List<byte[]?[]>();
        await using var reader = await inspect.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, 4).Select(index => reader.IsDBNull(index) ? null : (byte[])reader[index])]);
        return new DumpedTable($"{schema}.{table}{DumpedTable.Dead}", ["data", "xmax", "xmin", "ctid"], ["bytea", "xid"], rows);
    }

    private static async Task<bool> CanInspectAsync(NpgsqlConnection connection)
    {
        if (!await ScalarAsync<bool>(connection, "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pageinspect')")) return false;
        await ExecuteAsync(connection, "CREATE SCHEMA IF NOT EXISTS inspect; CREATE EXTENSION IF NOT EXISTS pageinspect SCHEMA inspect");
        return true;
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One file as it lies on the disk; those of the database server hold its tables and its log of changes.</summary>
internal sealed record CollectedFile(string Name, byte[] Bytes, DateTime WrittenAt, bool IsOfTheServer);

/// <summary>One table in physical order; columns without a type are the system's: chunks of long values, and at last xmin and ctid.</summary>
internal sealed record DumpedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Types, IReadOnlyList<byte[]?[]> Rows)
{
    /// <summary>The end of the name under which a table's dead rows stand.</summary>
    public const string Dead = ", dead rows";

    public IEnumerable<byte[]?> Column(string name) => Rows.Select(row => row[Columns.ToList().IndexOf(name)]);

    public IEnumerable<string> Texts(string name) => Column(name).Select(value => value is null ? "" : Encoding.UTF8.GetString(value));
}
