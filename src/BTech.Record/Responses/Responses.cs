using BTech.Agenda.Comparing;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Responses;

/// <summary>
/// What the project team answers to the key points of a published report, as it is being written. Nothing of it is public before
/// <see cref="ResponseRelease"/>.
/// </summary>
public sealed class Responses
{
    private readonly RecordContext _record;

    internal Responses(RecordContext record) => _record = record;

    /// <summary>The answers to a report, by the point's lineage.</summary>
    public async Task<IReadOnlyDictionary<Guid, Response>> OfReportAsync(int reportNumber, CancellationToken cancel) =>
        await _record.Responses.AsNoTracking().Where(response => response.ReportNumber == reportNumber).ToDictionaryAsync(response => response.LineageId, cancel);

    /// <summary>Writes an answer, or changes the one that is there.</summary>
    /// <param name="report">The published version.</param>
    /// <param name="lineage">The point.</param>
    /// <param name="draft">The answer.</param>
    /// <param name="seen"><see cref="Response.Seen"/> of the answer that the writer had before them; nothing where there was none.</param>
    /// <param name="paper">The paper since it was commented on.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ResponseResult> SaveAsync(SummaryReport report, Guid lineage, ResponseDraft draft, string? seen, PaperSince paper, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(paper);
        return ChangeAsync(report, lineage, seen, there =>
        {
            var fault = Fault(draft, paper);
            if (fault is not ResponseResult.Done) return fault;
            var place = draft.Paragraph is null ? (null, null) : (draft.PaperVersion, draft.Paragraph);
            if (there is not null && (there.Disposition, there.Reason, (there.PaperVersion, there.Paragraph)) == (draft.Disposition!.Value, draft.Words, place)) return ResponseResult.Unchanged;
            var response = there ?? new Response { ReportNumber = report.Number, LineageId = lineage, ConsultationId = report.ConsultationId, Disposition = draft.Disposition!.Value, Reason = "" };
            (response.Disposition, response.Reason) = (draft.Disposition!.Value, draft.Words);
            (response.PaperVersion, response.Paragraph) = place;
            if (there is null) _record.Responses.Add(response);
            return ResponseResult.Done;
        }, cancel);
    }

    /// <summary>Takes an answer out, so that the point has none. What was released stays as it is.</summary>
    public Task<ResponseResult> RemoveAsync(SummaryReport report, Guid lineage, string? seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ChangeAsync(report, lineage, seen, there =>
        {
            if (there is null) return ResponseResult.NotThere;
            _record.Responses.Remove(there);
            return ResponseResult.Done;
        }, cancel);
    }

    /// <summary>What is wrong with an answer; <see cref="ResponseResult.Done"/> where nothing is.</summary>
    internal static ResponseResult Fault(ResponseDraft draft, PaperSince paper)
    {
        if (draft.Disposition is not { } disposition || !Enum.IsDefined(disposition)) return ResponseResult.DispositionMissing;
        if (draft.Words.Length == 0 && disposition is not Disposition.Accepted) return ResponseResult.ReasonMissing;
        if (draft.Words.Length > KeyPointResponse.LongestReason) return ResponseResult.ReasonTooLong;
        if (draft.Paragraph is not { } paragraph) return ResponseResult.Done;
        if (draft.PaperVersion is not { } version || !paper.Has(version, paragraph)) return ResponseResult.NoSuchParagraph;
        return paper.IsOvertaken(version, paragraph) ? ResponseResult.Overtaken : ResponseResult.Done;
    }

    // One at a time, and nobody publishes, withdraws or releases meanwhile.
    private Task<ResponseResult> ChangeAsync(SummaryReport report, Guid lineage, string? seen, Func<Response?, ResponseResult> change, CancellationToken cancel) => _record.UnderReportLockAsync(report.Id, async () =>
    {
        if (!(await _record.PublishedLineagesAsync(report.Number, cancel)).Contains(lineage)) return ResponseResult.NotThere;
        var there = await _record.Responses.SingleOrDefaultAsync(response => response.ReportNumber == report.Number && response.LineageId == lineage, cancel);
        return (there?.Seen ?? "") == (seen ?? "") ? change(there) : ResponseResult.Meanwhile;
    }, result => result is ResponseResult.Done, cancel);
}
