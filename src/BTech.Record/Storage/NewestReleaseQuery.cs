using BTech.Record.Responses;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The answers to a report that count for the public.</summary>
internal static class NewestReleaseQuery
{
    /// <summary>Those of the newest release, by the point's lineage.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ReleasedResponse>> NewestReleaseAsync(this RecordContext record, int reportNumber, CancellationToken cancel) =>
        await record.ReleasedResponses.AsNoTracking()
            .Where(one => one.ReportNumber == reportNumber && !record.ReleasedResponses.Any(newer => newer.ReportNumber == reportNumber && newer.Release > one.Release))
            .ToDictionaryAsync(one => one.LineageId, cancel);
}
