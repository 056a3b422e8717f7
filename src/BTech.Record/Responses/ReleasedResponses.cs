using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Responses;

/// <summary>The answers that the public reads: those of the newest release, and beside them in bands how many commented on which paragraph.</summary>
public sealed class ReleasedResponses
{
    private readonly RecordContext _record;

    internal ReleasedResponses(RecordContext record) => _record = record;

    /// <summary>Whether answers to a report were ever released.</summary>
    public Task<bool> AreThereAsync(int reportNumber, CancellationToken cancel) => _record.ReleasedResponses.AnyAsync(one => one.ReportNumber == reportNumber, cancel);

    /// <summary>The newest release, by the point's lineage; none before the first.</summary>
    public Task<IReadOnlyDictionary<Guid, ReleasedResponse>> OfReportAsync(int reportNumber, CancellationToken cancel) => _record.NewestReleaseAsync(reportNumber, cancel);

    /// <summary>By the paragraph's number, in which band its commenters were when the answers were released for the first time. None where nobody could be counted.</summary>
    public async Task<IReadOnlyDictionary<int, PublicCount>> CommentsAsync(int reportNumber, CancellationToken cancel) =>
        await _record.CommentedBands.AsNoTracking().Where(band => band.ReportNumber == reportNumber).ToDictionaryAsync(band => band.Paragraph, band => DisclosureControl.AsTold(band.Band), cancel);
}
