using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>One after the other on one thing, until the transaction ends. A sealed row is never locked for update, hence by name.</summary>
internal static class Turns
{
    private const string Sample = "sample";

    /// <summary>Whoever changes what may be read of an input: two who mask one at a time see each other's masks.</summary>
    public static Task<int> TakeTextTurnAsync(this RecordContext record, Guid inputId, CancellationToken cancel) => record.TakeTurnAsync("text", inputId, cancel);

    /// <summary>
    /// Whoever codes an input: two who give the same at the same moment give it once, and the later change sees the earlier. Beside it stands, together with
    /// all who code, a share in the sample turn of the input's window. The order is text, sample, coding: whoever draws holds the sample alone and waits for no other.
    /// </summary>
    public static Task<int> TakeCodingTurnAsync(this RecordContext record, Guid inputId, CancellationToken cancel) => record.Database.ExecuteSqlAsync($"""
        SELECT pg_advisory_xact_lock_shared(hashtextextended({Sample} || ' ' || window_id, 0)) FROM record.sealed_input WHERE id = {inputId};
        SELECT pg_advisory_xact_lock(hashtextextended({Name("coding", inputId)}, 0))
        """, cancel);

    /// <summary>Whoever changes a code book, so that each change makes a version of its own.</summary>
    public static Task<int> TakeBookTurnAsync(this RecordContext record, Guid consultationId, CancellationToken cancel) => record.TakeTurnAsync("code book", consultationId, cancel);

    /// <summary>Whoever draws a sample of a window, takes it back or is done with all of it, while nobody codes there: no input is drawn twice, and none that is being coded.</summary>
    public static Task<int> TakeSampleTurnAsync(this RecordContext record, Guid windowId, CancellationToken cancel) => record.TakeTurnAsync(Sample, windowId, cancel);

    private static Task<int> TakeTurnAsync(this RecordContext record, string what, Guid id, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Name(what, id)}, 0))", cancel);

    private static string Name(string what, Guid id) => what + " " + id.ToString("D");
}
