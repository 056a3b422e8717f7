using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BTech.Record.Storage;

/// <summary>Brings the record schema up to date: the owner migrates, then the module's role receives its grants.</summary>
public static class RecordStorage
{
    /// <summary>The schema's and, with the prefix <c>consult_</c>, the role's name.</summary>
    public const string Schema = RecordContext.Schema;

    /// <summary>Applies migrations and grants. Safe to repeat; the caller holds the installation's migration lock.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancel)
    {
        await using var context = new RecordContext(Options(ownerConnectionString));
        await context.Database.MigrateAsync(cancel);
        await context.Database.ExecuteSqlRawAsync(await GrantsAsync(cancel), cancel);
    }

    /// <summary>Every table that the module makes, its list of migrations among them.</summary>
    internal static IReadOnlyCollection<string> Tables(string connectionString)
    {
        using var context = new RecordContext(Options(connectionString));
        return [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Append(HistoryRepository.DefaultTableName).Distinct()];
    }

    internal static DbContextOptions<RecordContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<RecordContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, Schema))
            .UseSnakeCaseNamingConvention()
            .Options;

    private static async Task<string> GrantsAsync(CancellationToken cancel)
    {
        await using var script = typeof(RecordStorage).Assembly.GetManifestResourceStream("BTech.Record.Storage.Grants.sql")!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancel);
    }
}
