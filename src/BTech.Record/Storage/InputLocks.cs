using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One after the other on one input, until the transaction ends. A sealed row is never locked for update, hence by name.</summary>
internal static class InputLocks
{
    /// <summary>Whoever changes what may be read of it: two who mask one input at a time see each other's masks.</summary>
    public static Task LockTextAsync(this RecordContext record, Guid inputId, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({inputId.ToString()}, 0))", cancel);
}
