using BTech.Agenda;
using BTech.Agenda.Storage;
using BTech.People;
using BTech.People.Storage;
using BTech.Record;
using BTech.Record.Storage;
using BTech.Team;
using BTech.Team.Storage;
using BTech.Web.Settings;
using Npgsql;

namespace BTech.Web;

/// <summary>The modules, each on its own data source with its own role.</summary>
public static class Modules
{
    /// <summary>In the order in which they migrate.</summary>
    public static IReadOnlyList<string> Schemas { get; } = [AgendaStorage.Schema, TeamStorage.Schema, PeopleStorage.Schema, RecordStorage.Schema];

    public static IServiceCollection AddModules(this IServiceCollection services, Databases databases)
    {
        ArgumentNullException.ThrowIfNull(databases);
        return services
            // For what puts the modules together once more (samples); the owner's string stays outside.
            .AddSingleton(databases with { Owner = null })
            .AddAgenda(Source(databases.Agenda))
            .AddTeam(Source(databases.Team))
            .AddPeople(Source(databases.People))
            .AddRecord(Source(databases.Record));
    }

    private static Func<IServiceProvider, NpgsqlDataSource> Source(string connectionString) =>
        services => Databases.Source(connectionString, services.GetRequiredService<ILoggerFactory>());
}
