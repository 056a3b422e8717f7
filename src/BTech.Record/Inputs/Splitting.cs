using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>Splits an input by focus area where its author wrote about several in one box. The text itself stays whole and unchanged.</summary>
public sealed class Splitting
{
    private readonly RecordContext _record;

    internal Splitting(RecordContext record) => _record = record;

    /// <summary>The passages of an input that are read elsewhere, by place.</summary>
    public async Task<IReadOnlyList<SplitPassage>> OfAsync(Guid inputId, CancellationToken cancel) =>
        await _record.SplitPassages.AsNoTracking().Where(passage => passage.InputId == inputId).OrderBy(passage => passage.Start).ToListAsync(cancel);

    /// <summary>Reads passages of an input under another focus area, all or none.</summary>
    /// <param name="inputId">The input.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="focusArea">Number of the area; the caller has made sure that the consultation has it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>
    /// <see cref="ReviewResult.NoSuchPassage"/> where a passage is outside the text, <see cref="ReviewResult.Overlapping"/> where a part of it is read elsewhere
    /// already or the area is the input's own, <see cref="ReviewResult.BuiltUpon"/> once a report was cleared with the texts as they stood.
    /// </returns>
    public async Task<ReviewResult> SplitAsync(Guid inputId, IReadOnlyCollection<(int Start, int End)> passages, int focusArea, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(passages);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"splitting " + inputId.ToString("D")}))", cancel);
        var input = await _record.Inputs.Where(input => input.Id == inputId && !_record.ReviewDecisions.Any(decision => decision.InputId == inputId && decision.IsSetAside))
            .Select(input => new { input.Text, input.FocusAreaNumber }).SingleOrDefaultAsync(cancel);
        if (input is null) return ReviewResult.NotThere;
        var length = CodePoints.Count(input.Text);
        if (passages.Count == 0 || passages.Any(passage => passage.Start < 0 || passage.End <= passage.Start || passage.End > length)) return ReviewResult.NoSuchPassage;
        var known = await OfAsync(inputId, cancel);
        if (input.FocusAreaNumber == focusArea || passages.Any(passage => known.Any(one => one.Start < passage.End && passage.Start < one.End))) return ReviewResult.Overlapping;
        if (await IsClearedAsync(inputId, cancel)) return ReviewResult.BuiltUpon;
        _record.SplitPassages.AddRange(passages.Select(passage => new SplitPassage { Id = Guid.NewGuid(), InputId = inputId, Start = passage.Start, End = passage.End, FocusAreaNumber = focusArea }));
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return ReviewResult.Done;
    }

    /// <summary>Reads a passage where it was written again.</summary>
    public async Task<ReviewResult> TakeBackAsync(Guid inputId, Guid id, CancellationToken cancel)
    {
        if (await IsClearedAsync(inputId, cancel)) return ReviewResult.BuiltUpon;
        return await _record.SplitPassages.Where(passage => passage.Id == id && passage.InputId == inputId).ExecuteDeleteAsync(cancel) > 0 ? ReviewResult.Done : ReviewResult.NotThere;
    }

    private Task<bool> IsClearedAsync(Guid inputId, CancellationToken cancel) =>
        _record.Reports.AnyAsync(report => report.Status != ReportStatus.Draft && report.Status != ReportStatus.InReview
            && _record.Inputs.Any(input => input.Id == inputId && input.WindowId == report.WindowId), cancel);
}
