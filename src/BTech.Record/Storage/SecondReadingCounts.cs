using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>
/// Which codings of second readings count before anybody has settled anything: those of which the first reading knows nothing. Where the first gave the
/// same theme to overlapping words, its coding stands for both. Asked again whenever themes or readings change.
/// </summary>
internal static class SecondReadingCounts
{
    /// <summary>Says it anew for the second readings that are done and not settled, of some inputs or under some themes; none named means all.</summary>
    /// <remarks>A coding on which a key point rests goes on counting: evidence does not vanish because themes were merged.</remarks>
    public static Task<int> RecountSecondReadingsAsync(this RecordContext record, Guid[] inputIds, Guid[] themeIds, CancellationToken cancel) =>
        record.Database.ExecuteSqlAsync($"""
            UPDATE record.coded_excerpt second SET counts =
              EXISTS (SELECT FROM record.evidence e WHERE e.excerpt_id = second.id)
              OR NOT EXISTS (
                SELECT FROM record.coded_excerpt first
                WHERE first.input_id = second.input_id AND first.theme_id = second.theme_id AND first.in_translation = second.in_translation AND first.compared_as = 1
                  AND first.start < second."end" AND second.start < first."end")
            WHERE second.compared_as = 2 AND NOT second.is_settled
              AND EXISTS (SELECT FROM record.sampled_input s WHERE s.input_id = second.input_id AND s.is_done)
              AND (cardinality({inputIds}) = 0 OR second.input_id = ANY({inputIds})) AND (cardinality({themeIds}) = 0 OR second.theme_id = ANY({themeIds}))
            """, cancel);
}
