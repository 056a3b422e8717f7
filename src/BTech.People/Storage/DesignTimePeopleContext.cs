using Microsoft.EntityFrameworkCore.Design;

namespace BTech.People.Storage;

/// <summary>Lets <c>dotnet ef</c> build the context without a host.</summary>
internal sealed class DesignTimePeopleContext : IDesignTimeDbContextFactory<PeopleContext>
{
    public PeopleContext CreateDbContext(string[] args) => new(PeopleStorage.Options("Host=nowhere"));
}
