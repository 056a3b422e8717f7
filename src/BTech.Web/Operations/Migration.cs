using BTech.Agenda.Storage;
using BTech.People.Storage;
using BTech.Record.Storage;
using BTech.Team.Storage;
using Npgsql;

namespace BTech.Web.Operations;

/// <summary>Brings every schema up to date, module by module, once at a time however many nodes ask.</summary>
public static class Migration
{
    // Any number will do as long as every version uses the same.
    private const long LockNumber = 0x62_74_65_63_68;

    public static async Task RunAsync(string ownerConnectionString, CancellationToken cancel)
    {
        // The lock lives and dies with this connection, so a killed migration never blocks the next one.
        var unpooled = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false, CommandTimeout = 0 };
        await using var guard = new NpgsqlConnection(unpooled.ConnectionString);
        await guard.OpenAsync(cancel);
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", guard) { Parameters = { new() { Value = LockNumber } } })
            await command.ExecuteNonQueryAsync(cancel);

        unpooled.CommandTimeout = 300;
        var owner = unpooled.ConnectionString;
        await AgendaStorage.MigrateAsync(owner, cancel);
        await TeamStorage.MigrateAsync(owner, cancel);
        await PeopleStorage.MigrateAsync(owner, cancel);
        await RecordStorage.MigrateAsync(owner, cancel);
    }
}
