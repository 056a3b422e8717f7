using BTech.Languages;
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
        await _record.TakeTextTurnAsync(inputId, cancel);
        var input = await _record.KeptInput(inputId).Select(input => new { input.Text, input.FocusAreaNumber }).SingleOrDefaultAsync(cancel);
        if (input is null) return ReviewResult.NotThere;
        var length = CodePoints.Count(input.Text);
        if (passages.Count == 0 || passages.Any(passage => passage.Start < 0 || passage.End <= passage.Start || passage.End > length)) return ReviewResult.NoSuchPassage;
        var all = (await OfAsync(inputId, cancel)).Select(passage => (passage.Start, passage.End)).Concat(passages).Order().ToList();
        if (input.FocusAreaNumber == focusArea || all.Zip(all.Skip(1)).Any(pair => pair.Second.Start < pair.First.End)) return ReviewResult.Overlapping;
        if (await _record.IsClearedAsync(inputId, cancel)) return ReviewResult.BuiltUpon;
        _record.SplitPassages.AddRange(passages.Select(passage => new SplitPassage { Id = Guid.NewGuid(), InputId = inputId, Start = passage.Start, End = passage.End, FocusAreaNumber = focusArea }));
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return ReviewResult.Done;
    }

    /// <summary>Reads a passage where it was written again.</summary>
    public async Task<ReviewResult> TakeBackAsync(Guid inputId, Guid id, CancellationToken cancel)
    {
        if (await _record.IsClearedAsync(inputId, cancel)) return ReviewResult.BuiltUpon;
        return await _record.SplitPassages.Where(passage => passage.Id == id && passage.InputId == inputId).ExecuteDeleteAsync(cancel) > 0 ? ReviewResult.Done : ReviewResult.NotThere;
    }
}
