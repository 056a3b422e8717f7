using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One after the other on one thing, until the transaction ends. A sealed row is never locked for update, hence by name.</summary>
internal static class Turns
{
    /// <summary>Whoever changes what may be read of an input: two who mask one at a time see each other's masks.</summary>
    public static Task<int> TakeTextTurnAsync(this RecordContext record, Guid inputId, CancellationToken cancel) => record.TakeTurnAsync("text", inputId, cancel);

    /// <summary>Whoever codes an input: two who give the same at the same moment give it once, and the later change sees the earlier.</summary>
    public static Task<int> TakeCodingTurnAsync(this RecordContext record, Guid inputId, CancellationToken cancel) => record.TakeTurnAsync("coding", inputId, cancel);

    /// <summary>Whoever changes a code book, so that each change makes a version of its own.</summary>
    public static Task<int> TakeBookTurnAsync(this RecordContext record, Guid consultationId, CancellationToken cancel) => record.TakeTurnAsync("code book", consultationId, cancel);

    /// <summary>Whoever draws or takes back a sample of a window, so that no input is drawn twice.</summary>
    public static Task<int> TakeSampleTurnAsync(this RecordContext record, Guid windowId, CancellationToken cancel) => record.TakeTurnAsync("sample", windowId, cancel);

    private static Task<int> TakeTurnAsync(this RecordContext record, string what, Guid id, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({what + " " + id.ToString("D")}, 0))", cancel);
}
