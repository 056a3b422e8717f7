using BTech.Agenda;
using BTech.Record.Reports.Changes;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Reviewing;

/// <summary>The comments of the team on a version that is not public yet.</summary>
public sealed class ReviewComments
{
    private readonly RecordContext _record;

    internal ReviewComments(RecordContext record) => _record = record;

    /// <summary>All of a version, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<ReviewComment>> OfAsync(Guid reportId, CancellationToken cancel) =>
        await _record.ReviewComments.AsNoTracking().Where(comment => comment.ReportId == reportId).OrderBy(comment => comment.Number).ToListAsync(cancel);

    /// <summary>How many of a version are open.</summary>
    public Task<int> CountOpenAsync(Guid reportId, CancellationToken cancel) => _record.ReviewComments.CountAsync(comment => comment.ReportId == reportId && comment.SettledBy == null, cancel);

    /// <summary>Makes one, on a text of the version or on the version as a whole.</summary>
    public Task<CommentResult> AddAsync(Guid reportId, WordingKind? place, Guid? placeId, string? text, StaffId by, CancellationToken cancel) => StepAsync(reportId, async report =>
    {
        if (string.IsNullOrWhiteSpace(text)) return CommentResult.Missing;
        if (text.Trim().Length > ReviewComment.LongestText) return CommentResult.TooLong;
        var about = place is null ? null : Wording.Of(report).FirstOrDefault(wording => wording.Kind == place && wording.Id == placeId);
        if (place is not null && about is null) return CommentResult.NotThere;
        var known = _record.ReviewComments.Where(comment => comment.ReportId == reportId);
        if (await known.CountAsync(cancel) >= ReviewComment.Most) return CommentResult.TooMany;
        _record.ReviewComments.Add(new ReviewComment
        {
            Id = Guid.NewGuid(),
            ReportId = reportId,
            Number = 1 + (await known.MaxAsync(comment => (int?)comment.Number, cancel) ?? 0),
            Place = about?.Kind,
            PlaceId = about?.Id,
            Said = about?.Text,
            WrittenBy = by,
            Text = text.Trim(),
        });
        return CommentResult.Done;
    }, cancel);

    /// <summary>Settles a comment, or opens it again.</summary>
    public Task<CommentResult> SettleAsync(Guid reportId, Guid id, bool settled, StaffId by, CancellationToken cancel) => StepAsync(reportId, async _ =>
    {
        if (await FindAsync(reportId, id, cancel) is not { } comment) return CommentResult.NotThere;
        comment.SettledBy = !settled ? null : comment.SettledBy ?? by;
        return CommentResult.Done;
    }, cancel);

    /// <summary>Takes a comment back; only whoever made it can.</summary>
    public Task<CommentResult> RemoveAsync(Guid reportId, Guid id, StaffId by, CancellationToken cancel) => StepAsync(reportId, async _ =>
    {
        if (await FindAsync(reportId, id, cancel) is not { } comment) return CommentResult.NotThere;
        if (comment.WrittenBy != by) return CommentResult.NotYours;
        _record.ReviewComments.Remove(comment);
        return CommentResult.Done;
    }, cancel);

    private Task<ReviewComment?> FindAsync(Guid reportId, Guid id, CancellationToken cancel) =>
        _record.ReviewComments.SingleOrDefaultAsync(comment => comment.ReportId == reportId && comment.Id == id, cancel);

    private Task<CommentResult> StepAsync(Guid reportId, Func<SummaryReport, Task<CommentResult>> step, CancellationToken cancel) => _record.UnderReportLockAsync(
        reportId,
        async () => await _record.WholeReports().SingleOrDefaultAsync(found => found.Id == reportId, cancel) is { Status: ReportStatus.Draft or ReportStatus.InReview or ReportStatus.Cleared } report
            ? await step(report) : CommentResult.NotThere,
        result => result is CommentResult.Done, cancel);
}
