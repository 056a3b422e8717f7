using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One coder after the other on one input: two who give the same at the same moment give it once, and the later change sees the earlier.</summary>
internal static class CodingTurn
{
    /// <summary>Waits for the turn, which lasts until the transaction ends.</summary>
    public static Task<int> TakeCodingTurnAsync(this RecordContext record, Guid inputId, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"coding " + inputId.ToString("D")}))", cancel);
}
