using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BTech.People.Storage;

/// <summary>Brings the people schema up to date: the owner migrates, then the module's role receives its grants.</summary>
public static class PeopleStorage
{
    /// <summary>The schema's and, with the prefix <c>consult_</c>, the role's name.</summary>
    public const string Schema = PeopleContext.Schema;

    /// <summary>Applies migrations and grants. Safe to repeat; the caller holds the installation's migration lock.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancel)
    {
        await using var context = new PeopleContext(Options(ownerConnectionString));
        await context.Database.MigrateAsync(cancel);
        await context.Database.ExecuteSqlRawAsync(await GrantsAsync(cancel), cancel);
    }

    internal static DbContextOptions<PeopleContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<PeopleContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, Schema))
            .UseSnakeCaseNamingConvention()
            .Options;

    private static async Task<string> GrantsAsync(CancellationToken cancel)
    {
        await using var script = typeof(PeopleStorage).Assembly.GetManifestResourceStream("BTech.People.Storage.Grants.sql")!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancel);
    }
}
