using Microsoft.EntityFrameworkCore.Design;

namespace BTech.Agenda.Storage;

/// <summary>Lets <c>dotnet ef</c> build the context without a host.</summary>
internal sealed class DesignTimeAgendaContext : IDesignTimeDbContextFactory<AgendaContext>
{
    public AgendaContext CreateDbContext(string[] args) => new(AgendaStorage.Options("Host=nowhere"));
}
