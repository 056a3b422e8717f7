using System.Buffers;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Settings;
using Npgsql;

namespace BTech.Web.Crossings.Erasing;

/// <summary>
/// Whether words that were erased still stand in anything that this installation can reach: every column of texts or ids of all four schemas, letters, keys,
/// logs and whatever else lies in the data and key directories. Backups, log archives and other people's copies it cannot see, and says so.
/// </summary>
public sealed class TraceSearching(Sides sides, DataSettings data, KeySettings keys)
{
    // A folder of letters is one place to look at, not a thousand.
    private const int MostFiles = 10;

    // What a published list says, and a published submission under a name, was agreed to and stays.
    private static readonly string[] Agreed = ["people.listed_line", "people.submission"];

    /// <summary>Names of columns, files and folders of many such files in which one of the words stands; never the word.</summary>
    public Task<IReadOnlyList<string>> SearchAsync(IReadOnlyCollection<string> words, CancellationToken cancel) => SearchAsync(words, except: Agreed, cancel);

    /// <summary>The same for what may stay nowhere but in a few tables, schema before name; ids are looked for as well, also in the names of files.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(IReadOnlyCollection<string> words, IReadOnlyCollection<string> except, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0) return [];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var needles = SearchValues.Create([.. words], StringComparison.Ordinal);
        foreach (var (schema, source) in sides.All) found.UnionWith(await ColumnsAsync(source, schema, needles, except, cancel));
        var files = new List<FileInfo>();
        foreach (var file in new[] { data.Directory, keys.Directory }.SelectMany(LooseFiles.Under).DistinctBy(file => file.FullName))
            if (file.FullName.AsSpan().ContainsAny(needles) || (await LooseFiles.ReadAsync(file, cancel)).AsSpan().ContainsAny(needles)) files.Add(file);
        foreach (var folder in files.GroupBy(file => file.DirectoryName!))
            found.UnionWith(folder.Count() > MostFiles ? [Path.Combine(folder.Key, "*")] : folder.Select(file => file.FullName));
        return [.. found];
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(NpgsqlDataSource source, string schema, SearchValues<string> needles, IReadOnlyCollection<string> except, CancellationToken cancel)
    {
        var columns = new List<(string Table, string Column)>();
        await using (var list = source.CreateCommand("""
            SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = $1 AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\_\_%' AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY', 'uuid')
            """))
        {
            list.Parameters.Add(new() { Value = schema });
            await using var reader = await list.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) columns.Add((reader.GetString(0), reader.GetString(1)));
        }
        var found = new List<string>();
        foreach (var (table, column) in columns.Where(column => !except.Contains($"{schema}.{column.Table}")))
        {
            // Names from the catalogue itself. The texts come here and are gone through once, however many words there are.
            await using var ask = source.CreateCommand($"SELECT \"{column}\"::text FROM \"{schema}\".\"{table}\" WHERE \"{column}\" IS NOT NULL");
            ask.CommandTimeout = 0;
            await using var texts = await ask.ExecuteReaderAsync(cancel);
            var isFound = false;
            while (!isFound && await texts.ReadAsync(cancel)) isFound = texts.GetString(0).AsSpan().ContainsAny(needles);
            if (isFound) found.Add($"{schema}.{table}.{column}");
        }
        return found;
    }
}
