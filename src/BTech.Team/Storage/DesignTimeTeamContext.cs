using Microsoft.EntityFrameworkCore.Design;

namespace BTech.Team.Storage;

/// <summary>Lets <c>dotnet ef</c> build the context without a host.</summary>
internal sealed class DesignTimeTeamContext : IDesignTimeDbContextFactory<TeamContext>
{
    public TeamContext CreateDbContext(string[] args) => new(TeamStorage.Options("Host=nowhere"));
}
