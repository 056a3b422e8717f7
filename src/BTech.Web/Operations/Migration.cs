using System.Reflection;
using BTech.Agenda.Storage;
using BTech.People.Storage;
using BTech.Record.Storage;
using BTech.Team.Storage;
using BTech.Web.Settings;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>Brings every schema up to date, module by module, once at a time however many nodes ask.</summary>
public static class Migration
{
    // Any number will do as long as every version uses the same.
    private const long LockNumber = 0x62_74_65_63_68;

    /// <exception cref="StartRefusedException">The database was made by a version that this one does not know; nothing was changed.</exception>
    public static async Task RunAsync(string ownerConnectionString, CancellationToken cancel)
    {
        // The lock lives and dies with this connection, so a killed migration never blocks the next one.
        var unpooled = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false, CommandTimeout = 0 };
        await using var guard = new NpgsqlConnection(unpooled.ConnectionString);
        await guard.OpenAsync(cancel);
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", guard) { Parameters = { new() { Value = LockNumber } } })
            await command.ExecuteNonQueryAsync(cancel);

        await RefuseAnotherVersionAsync(guard, cancel);
        unpooled.CommandTimeout = 300;
        var owner = unpooled.ConnectionString;
        await AgendaStorage.MigrateAsync(owner, cancel);
        await TeamStorage.MigrateAsync(owner, cancel);
        await PeopleStorage.MigrateAsync(owner, cancel);
        await RecordStorage.MigrateAsync(owner, cancel);
    }

    // Without this a newer database, or one from before a first release, would end in the middle with a fault that helps nobody.
    private static async Task RefuseAnotherVersionAsync(NpgsqlConnection owner, CancellationToken cancel)
    {
        foreach (var (schema, module) in new[]
        {
            (AgendaStorage.Schema, typeof(AgendaStorage)), (TeamStorage.Schema, typeof(TeamStorage)),
            (PeopleStorage.Schema, typeof(PeopleStorage)), (RecordStorage.Schema, typeof(RecordStorage)),
        })
        {
            var known = module.Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).ToHashSet(StringComparer.Ordinal);
            var unknown = (await AppliedAsync(owner, schema, cancel)).FirstOrDefault(applied => !known.Contains(applied));
            if (unknown is not null)
                throw new StartRefusedException(
                    $"The database was made by another version of this program ({schema} {unknown}), and this one cannot bring it up to date. Run that version; or, if nothing in it is needed, empty it (a local one by removing the folder .data) and start again.");
        }
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection owner, string schema, CancellationToken cancel)
    {
        await using (var there = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", owner) { Parameters = { new() { Value = $"{schema}.\"{HistoryRepository.DefaultTableName}\"" } } })
            if (await there.ExecuteScalarAsync(cancel) is not true) return [];
        var applied = new List<string>();
        await using var ask = new NpgsqlCommand($"SELECT migration_id FROM {schema}.\"{HistoryRepository.DefaultTableName}\" ORDER BY 1", owner);
        await using var reader = await ask.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) applied.Add(reader.GetString(0));
        return applied;
    }
}
