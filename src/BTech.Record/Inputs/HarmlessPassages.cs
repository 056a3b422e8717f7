using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>The team's decisions that a passage does not tell who wrote it. They hold for everybody who reviews, until one is taken back.</summary>
public sealed class HarmlessPassages
{
    private readonly RecordContext _record;

    internal HarmlessPassages(RecordContext record) => _record = record;

    /// <summary>Those of one input, by place.</summary>
    public async Task<IReadOnlyList<HarmlessPassage>> OfAsync(Guid inputId, CancellationToken cancel) =>
        await _record.HarmlessPassages.AsNoTracking().Where(passage => passage.InputId == inputId).OrderBy(passage => passage.Start).ThenBy(passage => passage.End).ToListAsync(cancel);

    /// <summary>Decides that a passage is harmless.</summary>
    public async Task<ReviewResult> DecideAsync(Guid inputId, int start, int end, StaffId by, CancellationToken cancel)
    {
        var text = await _record.KeptInput(inputId).Select(input => input.Text).SingleOrDefaultAsync(cancel);
        if (text is null) return ReviewResult.NotThere;
        if (start < 0 || end <= start || end > CodePoints.Count(text)) return ReviewResult.NoSuchPassage;
        if (await _record.HarmlessPassages.AnyAsync(passage => passage.InputId == inputId && passage.Start <= start && passage.End >= end, cancel)) return ReviewResult.Done;
        _record.HarmlessPassages.Add(new HarmlessPassage { Id = Guid.NewGuid(), InputId = inputId, Start = start, End = end, DecidedBy = by });
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return ReviewResult.Done;
    }

    /// <summary>Takes a decision back: the passage is pointed out again.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TakeBackAsync(Guid inputId, Guid id, CancellationToken cancel) =>
        await _record.HarmlessPassages.Where(passage => passage.Id == id && passage.InputId == inputId).ExecuteDeleteAsync(cancel) > 0;
}
