using BTech.Record.Verification;
using Npgsql;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether a value of the People side stands on the Record side as well: an id, a name, an address, a key (invariant 2). What the agenda
/// holds, such as the windows' ids and the groups' labels, both sides may know, and so may they the staff.
/// </summary>
public sealed class SharedValues(Sides sides)
{
    // Shorter ones, such as codes of languages, agree by chance.
    private const int Shortest = 6;

    public async Task<Verified> LookAsync(CancellationToken cancel)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        await ReadAsync(sides.People, "people", (column, value) => owners.TryAdd(value, column), cancel);
        await ReadAsync(sides.Agenda, "agenda", (_, value) => owners.Remove(value), cancel);
        await ReadAsync(sides.Team, "team", (_, value) => owners.Remove(value), cancel);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (owners.Count > 0)
            await ReadAsync(sides.Record, "record", (column, value) =>
            {
                if (owners.TryGetValue(value, out var owner)) found.Add($"{owner} = {column}");
            }, cancel);
        return Verified.RedIf("values", [2], [.. found]);
    }

    /// <summary>Every whole value of a schema that is an id, a text or bytes.</summary>
    private static async Task ReadAsync(NpgsqlDataSource source, string schema, Action<string, string> each, CancellationToken cancel)
    {
        foreach (var (table, column) in await ColumnsAsync(source, schema, cancel))
        {
            var name = $"{schema}.{table}.{column}";
            // Names from the catalogue itself. Long values are texts or boxes; a digest of them is enough to compare.
            await using var ask = source.CreateCommand($"""
                SELECT CASE WHEN length(v) > 200 THEN md5(v) ELSE v END
                FROM (SELECT DISTINCT "{column}"::text AS v FROM "{schema}"."{table}" WHERE "{column}" IS NOT NULL) AS every WHERE length(v) >= {Shortest}
                """);
            ask.CommandTimeout = 0;
            try
            {
                await using var reader = await ask.ExecuteReaderAsync(cancel);
                while (await reader.ReadAsync(cancel)) each(name, reader.GetString(0));
            }
            catch (PostgresException closed) when (closed.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // What the module itself may not read, such as its migrations, holds none of its data.
            }
        }
    }

    private static async Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync(NpgsqlDataSource source, string schema, CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("""
            SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = $1 AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\_\_%'
              AND data_type IN ('uuid', 'text', 'character varying', 'bytea')
            """);
        ask.Parameters.Add(new() { Value = schema });
        var columns = new List<(string, string)>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
