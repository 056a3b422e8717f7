using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Changes;

/// <summary>The history of a version that is not public yet.</summary>
public sealed class DraftHistory
{
    /// <summary>How many steps one page of the history holds.</summary>
    public const int PageLength = 50;

    private readonly RecordContext _record;

    internal DraftHistory(RecordContext record) => _record = record;

    /// <summary>How many steps there are.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="after">Only steps after this one; 0 for all.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<int> CountAsync(Guid reportId, int after, CancellationToken cancel) => _record.DraftChanges.CountAsync(change => change.ReportId == reportId && change.Number > after, cancel);

    /// <summary>A page of the steps, the newest first.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="after">Only steps after this one; 0 for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<DraftChange>> PageAsync(Guid reportId, int after, int page, CancellationToken cancel) =>
        await _record.DraftChanges.AsNoTracking().Where(change => change.ReportId == reportId && change.Number > after).OrderByDescending(change => change.Number)
            .Skip((page - 1) * PageLength).Take(PageLength).ToListAsync(cancel);

    /// <summary>The number of the last step by which the version was sent back to its editors; 0 when it never was.</summary>
    public async Task<int> LastSentBackAsync(Guid reportId, CancellationToken cancel) =>
        await _record.DraftChanges.Where(change => change.ReportId == reportId && change.Kind == DraftChangeKind.SentBack).MaxAsync(change => (int?)change.Number, cancel) ?? 0;

    /// <summary>An earlier wording of a text, to be taken up again; nothing when it is of another text, or forgotten.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="kind">What the text is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="number">The step before which the wording stood there.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<string?> WordingAsync(Guid reportId, WordingKind kind, Guid id, int number, CancellationToken cancel) =>
        _record.DraftChanges.Where(change => change.ReportId == reportId && change.Number == number && change.Place == kind && change.PlaceId == id).Select(change => change.Before).SingleOrDefaultAsync(cancel);
}
