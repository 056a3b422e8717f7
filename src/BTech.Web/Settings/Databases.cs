using Npgsql;

namespace BTech.Web.Settings;

/// <summary>
/// The connection strings in use: the operator's, or those of the local PostgreSQL. The owner's migrates and nothing else;
/// a serving node does not need it.
/// </summary>
public sealed record Databases(string? Owner, string Agenda, string Team, string People, string Record)
{
    /// <summary>A pool for one module's role. It never logs a parameter nor asks the server for the rows behind an error.</summary>
    public static NpgsqlDataSource Source(string connectionString, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.IncludeErrorDetail = false;
        builder.ConnectionStringBuilder.LogParameters = false;
        builder.ConnectionStringBuilder.ApplicationName = "consult";
        builder.EnableParameterLogging(false);
        builder.UseLoggerFactory(loggers);
        return builder.Build();
    }
}
