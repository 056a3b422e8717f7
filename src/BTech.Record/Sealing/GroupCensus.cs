using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Sealing;

/// <summary>The group figures of a window: refreshed by the census, frozen at the seal.</summary>
public sealed class GroupCensus
{
    private const string Columns = """
        label, position, family, invited, organisations, largest_delegation, second_delegation,
        family_organisations, family_largest_delegation, family_second_delegation
        """;

    private readonly NpgsqlDataSource _record;

    internal GroupCensus(NpgsqlDataSource record) => _record = record;

    /// <summary>Replaces the figures of a window that is not being sealed yet.</summary>
    public async Task KeepAsync(Guid windowId, IReadOnlyList<GroupSize> groups, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(groups);
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var lockState = new NpgsqlCommand("SELECT state FROM record.window_state WHERE window_id = $1 FOR UPDATE", connection))
        {
            lockState.Parameters.Add(new() { Value = windowId });
            if (await lockState.ExecuteScalarAsync(cancel) is not "open") return;
        }
        await using (var clear = new NpgsqlCommand("DELETE FROM record.group_census WHERE window_id = $1", connection))
        {
            clear.Parameters.Add(new() { Value = windowId });
            await clear.ExecuteNonQueryAsync(cancel);
        }
        await using (var copy = await connection.BeginBinaryImportAsync(
            $"COPY record.group_census (window_id, {Columns}) FROM STDIN (FORMAT BINARY)", cancel))
        {
            foreach (var group in groups)
            {
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(windowId, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(group.Label, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(group.Position, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(group.Family, NpgsqlDbType.Text, cancel);
                await copy.WriteAsync(group.Invited, NpgsqlDbType.Integer, cancel);
                await WriteAsync(copy, group.Reach, cancel);
                await WriteAsync(copy, group.FamilyReach, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The figures as they are, in the order of the merge plan.</summary>
    public async Task<IReadOnlyList<GroupSize>> ReadAsync(Guid windowId, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand($"SELECT {Columns} FROM record.group_census WHERE window_id = $1 ORDER BY position");
        ask.Parameters.Add(new() { Value = windowId });
        var groups = new List<GroupSize>();
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            groups.Add(new GroupSize(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), ReachAt(reader, 4), ReachAt(reader, 7)));
        }
        return groups;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Reach reach, CancellationToken cancel)
    {
        await copy.WriteAsync(reach.Organisations, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(reach.LargestDelegation, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(reach.SecondDelegation, NpgsqlDbType.Integer, cancel);
    }

    private static Reach ReachAt(NpgsqlDataReader reader, int column) =>
        new(reader.GetInt32(column), reader.GetInt32(column + 1), reader.GetInt32(column + 2));
}
