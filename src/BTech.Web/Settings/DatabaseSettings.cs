using Npgsql;

namespace BTech.Web.Settings;

/// <summary>One connection string per module; all unset means a local PostgreSQL of one's own.</summary>
public sealed record DatabaseSettings(string? Owner, string? Agenda, string? Team, string? People, string? Record)
{
    private static readonly string[] Modules = ["Agenda", "Team", "People", "Record"];

    public bool AreLocal => Agenda is null;

    public static DatabaseSettings Read(SettingReader setting, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var missing = Modules.Where(module => setting.Text(Name(module)) is null).ToList();
        if (missing.Count > 0 && environment.IsProduction())
            throw SettingReader.Refuse(Name(missing[0]), "is missing", "in Production each module needs the connection string of its own role (see docs/operations.md)");
        if (missing.Count > 0 && (missing.Count < Modules.Length || setting.Text(Name("Owner")) is not null))
            throw SettingReader.Refuse(Name(missing[0]), "is missing while others are given", "give one for each module, or none at all for a local PostgreSQL");
        return new DatabaseSettings(Checked("Owner"), Checked("Agenda"), Checked("Team"), Checked("People"), Checked("Record"));

        string? Checked(string module)
        {
            if (setting.Text(Name(module)) is not { } text) return null;
            try
            {
                var connection = new NpgsqlConnectionStringBuilder(text);
                if (string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database))
                    throw SettingReader.Refuse(Name(module), "names no host or no database", "write it as Host=…;Database=…;Username=…;Password=…");
                // An error detail or a logged parameter would carry what somebody wrote.
                connection.IncludeErrorDetail = false;
                connection.LogParameters = false;
                connection.IncludeFailedBatchedCommand = false;
                return connection.ConnectionString;
            }
            catch (ArgumentException cause)
            {
                throw SettingReader.Refuse(Name(module), "is not a connection string", "write it as Host=…;Database=…;Username=…;Password=…", cause);
            }
        }
    }

    private static string Name(string module) => $"ConnectionStrings__{module}";
}
