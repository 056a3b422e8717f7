using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BTech.Agenda.Storage;

/// <summary>Brings the agenda schema up to date: the owner migrates, then its own rules stand and the module's role receives its grants.</summary>
public static class AgendaStorage
{
    /// <summary>The schema's and, with the prefix <c>consult_</c>, the role's name.</summary>
    public const string Schema = AgendaContext.Schema;

    /// <summary>Applies migrations and grants. Safe to repeat; the caller holds the installation's migration lock.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancel)
    {
        await using var context = new AgendaContext(Options(ownerConnectionString));
        await context.Database.MigrateAsync(cancel);
        foreach (var script in new[] { "Rules.sql", "Grants.sql" }) await context.Database.ExecuteSqlRawAsync(await ReadAsync(script, cancel), cancel);
    }

    internal static DbContextOptions<AgendaContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<AgendaContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, Schema))
            .UseSnakeCaseNamingConvention()
            .Options;

    private static async Task<string> ReadAsync(string script, CancellationToken cancel)
    {
        await using var stream = typeof(AgendaStorage).Assembly.GetManifestResourceStream($"BTech.Agenda.Storage.{script}")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancel);
    }
}
