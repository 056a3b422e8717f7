using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>
/// Threats and signs of danger: out of every list, report, file and count like everything that is masked or set aside, but kept for the colleagues who
/// protect people. The words leave by this class alone, one input at a time, and only to whoever the page lets ask. A text that its author withdrew is
/// gone here as everywhere, and what is due to be erased is erased.
/// </summary>
public sealed class Threats
{
    /// <summary>Longest note on a handover.</summary>
    public const int LongestNote = 500;

    private readonly RecordContext _record;

    internal Threats(RecordContext record) => _record = record;

    /// <summary>Those of a window, not yet passed on first, otherwise by random id.</summary>
    public async Task<IReadOnlyList<Threat>> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var found = await Of(_record.Inputs.Where(input => input.WindowId == windowId)).AsNoTracking().Select(input => new Threat(
            input.Id, input.FocusAreaNumber, input.Kind, AsThreats.Any(decision => decision.InputId == input.Id),
            _record.Handovers.Where(handover => handover.InputId == input.Id).Select(handover => handover.Note).FirstOrDefault())).ToListAsync(cancel);
        return [.. found.OrderBy(threat => threat.Handover is not null).ThenBy(threat => threat.Id)];
    }

    /// <summary>
    /// The words of one: of a text that was set aside all but what was masked for other reasons, otherwise the passages that were masked as threats.
    /// </summary>
    /// <returns>Nothing where there is no such threat in the window; no passage where the words were erased.</returns>
    public async Task<(string Language, IReadOnlyList<string> Passages)?> ReadAsync(Guid windowId, Guid inputId, CancellationToken cancel)
    {
        var input = await Of(_record.Inputs.Where(one => one.WindowId == windowId && one.Id == inputId)).AsNoTracking()
            .Select(one => new { one.Text, one.Language, IsWhole = AsThreats.Any(decision => decision.InputId == one.Id) }).SingleOrDefaultAsync(cancel);
        if (input is null) return null;
        var masks = await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).OrderBy(mask => mask.Start).ToListAsync(cancel);
        // What was hidden because it shows who wrote it stays hidden: nobody is handed over.
        var text = new MaskedText(input.Text, masks.Where(mask => !mask.IsThreat));
        IEnumerable<(int Start, int End)> passages = input.IsWhole ? [(0, text.Length)] : masks.Where(mask => mask.IsThreat).Select(mask => (mask.Start, mask.End));
        return (input.Language, [.. passages.Where(passage => passage.End <= text.Length && !Retention.Redacted.IsErased(input.Text, passage.Start, passage.End) && !text.IsHidden(passage.Start, passage.End))
            .Select(passage => text.Read(passage.Start, passage.End))]);
    }

    /// <summary>Notes that a threat was passed on.</summary>
    /// <returns><see cref="ReviewResult.ReasonMissing"/> without a note or with one that is too long.</returns>
    public async Task<ReviewResult> HandOverAsync(Guid windowId, Guid inputId, string? note, StaffId by, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(note) || note.Trim().Length > LongestNote) return ReviewResult.ReasonMissing;
        if (!await Of(_record.Inputs.Where(input => input.WindowId == windowId && input.Id == inputId)).AnyAsync(cancel)) return ReviewResult.NotThere;
        var said = note.Trim();
        await _record.Database.ExecuteSqlAsync(
            $"INSERT INTO record.handover (input_id, note, handed_by) VALUES ({inputId}, {said}, {by.Value}) ON CONFLICT (input_id) DO UPDATE SET note = excluded.note, handed_by = excluded.handed_by", cancel);
        return ReviewResult.Done;
    }

    /// <summary>Takes that back.</summary>
    /// <returns>Whether it had been noted.</returns>
    public async Task<bool> TakeBackAsync(Guid windowId, Guid inputId, CancellationToken cancel) =>
        await _record.Handovers.Where(handover => handover.InputId == inputId && _record.Inputs.Any(input => input.Id == inputId && input.WindowId == windowId)).ExecuteDeleteAsync(cancel) > 0;

    private IQueryable<SealedInput> Of(IQueryable<SealedInput> inputs) => inputs.Where(input =>
        AsThreats.Any(decision => decision.InputId == input.Id) || _record.Masks.Any(mask => mask.InputId == input.Id && mask.IsThreat));

    // The whole text is one where it was set aside as one.
    private IQueryable<ReviewDecision> AsThreats => _record.ReviewDecisions.Where(decision => decision.IsSetAside && decision.Reason == SetAsideReasons.Threat);
}
