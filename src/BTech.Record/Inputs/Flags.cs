using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>Marks inputs that the team wants to look at again together, and takes the marks off.</summary>
public sealed class Flags
{
    /// <summary>Longest note on a flag.</summary>
    public const int LongestNote = 200;

    private readonly RecordContext _record;

    internal Flags(RecordContext record) => _record = record;

    /// <summary>The flag of an input, as a member of the team may see it: what another one noted stays out of sight of whoever has to code the input blind.</summary>
    public async Task<Flag?> OfAsync(StaffId reader, Guid inputId, CancellationToken cancel)
    {
        var flag = await _record.Flags.AsNoTracking().SingleOrDefaultAsync(flag => flag.InputId == inputId, cancel);
        if (flag is not null && !await _record.FlagsFor(reader).AnyAsync(one => one.InputId == inputId, cancel)) flag.Note = null;
        return flag;
    }

    /// <summary>Flags an input, or says something else on a flag that is there.</summary>
    /// <returns><see cref="ReviewResult.ReasonMissing"/> where the note is too long; <see cref="ReviewResult.NotThere"/> where the input was set aside or withdrawn.</returns>
    public async Task<ReviewResult> SetAsync(Guid inputId, string? note, StaffId by, CancellationToken cancel)
    {
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (said?.Length > LongestNote) return ReviewResult.ReasonMissing;
        if (!await _record.KeptInput(inputId).AnyAsync(cancel)) return ReviewResult.NotThere;
        // Two who flag one input at once: the later note stands.
        await _record.Database.ExecuteSqlAsync(
            $"INSERT INTO record.flag (input_id, note, flagged_by) VALUES ({inputId}, {said}, {by.Value}) ON CONFLICT (input_id) DO UPDATE SET note = excluded.note, flagged_by = excluded.flagged_by", cancel);
        return ReviewResult.Done;
    }

    /// <summary>Takes the flag off.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TakeOffAsync(Guid inputId, CancellationToken cancel) =>
        await _record.Flags.Where(flag => flag.InputId == inputId).ExecuteDeleteAsync(cancel) > 0;
}
