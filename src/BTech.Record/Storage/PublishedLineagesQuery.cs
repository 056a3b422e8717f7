using BTech.Record.Reports;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The key points that the public reads under a report's number.</summary>
internal static class PublishedLineagesQuery
{
    /// <summary>Their lineages; none while nothing is published, or once it is withdrawn.</summary>
    public static async Task<IReadOnlySet<Guid>> PublishedLineagesAsync(this RecordContext record, int reportNumber, CancellationToken cancel) => (await (
        from report in record.Reports
        join section in record.Set<Section>() on report.Id equals section.ReportId
        join block in record.Set<Block>() on section.Id equals block.SectionId
        join point in record.Set<KeyPoint>() on block.Id equals point.BlockId
        where report.Number == reportNumber && report.Status == ReportStatus.Published
        select point.LineageId).ToListAsync(cancel)).ToHashSet();
}
