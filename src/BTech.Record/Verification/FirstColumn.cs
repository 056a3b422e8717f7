using Npgsql;

namespace BTech.Record.Verification;

/// <summary>Questions that are answered by a list of names: what was found, line by line.</summary>
public static class FirstColumn
{
    /// <summary>Asks a server, and reads the first column of every row as text.</summary>
    /// <param name="server">Which server, and as whom.</param>
    /// <param name="sql">The question; parameters are <c>$1</c>, <c>$2</c> …</param>
    /// <param name="parameters">Their values.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataSource server, string sql, IEnumerable<NpgsqlParameter> parameters, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(parameters);
        await using var ask = server.CreateCommand(sql);
        foreach (var parameter in parameters) ask.Parameters.Add(parameter);
        var found = new List<string>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(reader.GetString(0));
        return found;
    }
}
