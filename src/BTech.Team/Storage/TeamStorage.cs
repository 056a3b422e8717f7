using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Team.Storage;

/// <summary>Brings the team schema up to date: the owner migrates, then the module's role receives its grants.</summary>
public static class TeamStorage
{
    /// <summary>The schema's and, with the prefix <c>consult_</c>, the role's name.</summary>
    public const string Schema = TeamContext.Schema;

    // Identity's model reads its schema version (3: with passkeys) from the options of the application's services.
    private static readonly IServiceProvider IdentityServices = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    /// <summary>Applies migrations and grants. Safe to repeat; the caller holds the installation's migration lock.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancel)
    {
        await using var context = new TeamContext(Options(ownerConnectionString));
        await context.Database.MigrateAsync(cancel);
        await context.Database.ExecuteSqlRawAsync(await GrantsAsync(cancel), cancel);
    }

    internal static DbContextOptions<TeamContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<TeamContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, Schema))
            .UseSnakeCaseNamingConvention()
            .UseApplicationServiceProvider(IdentityServices)
            .Options;

    private static async Task<string> GrantsAsync(CancellationToken cancel)
    {
        await using var script = typeof(TeamStorage).Assembly.GetManifestResourceStream("BTech.Team.Storage.Grants.sql")!;
        using var reader = new StreamReader(script);
        return await reader.ReadToEndAsync(cancel);
    }
}
