using System.CommandLine;
using BTech.Web.Settings;
using Npgsql;

namespace BTech.Web.Commands;

/// <summary><c>database</c>: where the local database is, for libpq clients; refused in Production.</summary>
internal static class DatabaseVerb
{
    public static Command Make()
    {
        var json = Answer.Json();
        var verb = new Command("database", "Where the local database is, one address for each role.") { json };
        verb.SetAction(async (parsed, cancel) =>
        {
            var builder = Site.Prepare([.. Terminal.Of(parsed).Settings]);
            if (builder.Environment.IsProduction()) throw new VerbRefusedException("In Production this would print passwords; ask the operator of the database.");
            await using var installation = await Installation.OpenAsync(ConsultSettings.Read(builder.Configuration, builder.Environment), cancel);
            if (installation.IsLocal) await installation.MigrateAsync(cancel);
            var given = installation.Databases;
            var answer = new
            {
                OwnerUri = given.Owner is null ? null : Uri(given.Owner),
                AgendaUri = Uri(given.Agenda),
                TeamUri = Uri(given.Team),
                PeopleUri = Uri(given.People),
                RecordUri = Uri(given.Record),
            };
            await Answer.To(parsed, json).WriteAsync(answer,
                [$"owner   {answer.OwnerUri}", $"agenda  {answer.AgendaUri}", $"team    {answer.TeamUri}", $"people  {answer.PeopleUri}", $"record  {answer.RecordUri}"]);
            return 0;
        });
        return verb;
    }

    private static string Uri(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        static string Safe(string? text) => System.Uri.EscapeDataString(text ?? string.Empty);
        return $"postgresql://{Safe(given.Username)}:{Safe(given.Password)}@/{Safe(given.Database)}?host={Safe(given.Host)}&port={given.Port}";
    }
}
