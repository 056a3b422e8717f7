using Microsoft.EntityFrameworkCore.Design;

namespace BTech.Record.Storage;

/// <summary>Lets <c>dotnet ef</c> build the context without a host.</summary>
internal sealed class DesignTimeRecordContext : IDesignTimeDbContextFactory<RecordContext>
{
    public RecordContext CreateDbContext(string[] args) => new(RecordStorage.Options("Host=nowhere"));
}
