using BTech.Agenda;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>
/// Splits themes, and takes that back. Chosen passages go over to a new theme with everything on them, so that key points keep their evidence; where two
/// readings are compared both go together.
/// </summary>
public sealed class ThemeSplitting
{
    private readonly RecordContext _record;

    internal ThemeSplitting(RecordContext record) => _record = record;

    /// <summary>Splits a new theme off one. It stands beside it, under the same broader theme and with the same reach.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="windowId">The window whose passages were chosen from; those of other windows stay.</param>
    /// <param name="themeId">The theme to split.</param>
    /// <param name="excerptIds">The passages that go.</param>
    /// <param name="wording">Name and definition of the new one.</param>
    /// <param name="by">Who splits it; passages which that person may not see cannot be chosen.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new theme's id when it was done.</returns>
    public async Task<(CodingResult Result, Guid Id)> SplitAsync(
        Guid consultationId, Guid windowId, Guid themeId, IReadOnlyCollection<Guid> excerptIds, ThemeWording wording, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wording);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeBookTurnAsync(consultationId, cancel);
        var all = await _record.Themes.Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel);
        if (all.Find(theme => theme.Id == themeId) is not { } from) return (CodingResult.NotThere, Guid.Empty);
        if (CodeBook.Refused(all, Guid.Empty, wording) is { } refused) return (refused, Guid.Empty);
        if (all.Count >= CodeBook.MostThemes) return (CodingResult.TooMany, Guid.Empty);
        var ids = excerptIds.Distinct().ToArray();
        if (ids.Length == 0) return (CodingResult.NoSuchPassage, Guid.Empty);
        var there = await _record.Excerpts.CountAsync(excerpt => ids.Contains(excerpt.Id) && excerpt.ThemeId == themeId && _record.KeptInputs(windowId).Any(input => input.Id == excerpt.InputId)
            && !_record.BlindInputs(by).Any(input => input.Id == excerpt.InputId), cancel);
        if (there != ids.Length) return (CodingResult.ChangedMeanwhile, Guid.Empty);
        var split = CodeBook.New(consultationId, wording.Name!);
        CodeBook.Write(split, wording with { ParentId = from.ParentId, IsCrossCutting = from.IsCrossCutting });
        split.SplitFromId = themeId;
        _record.Themes.Add(split);
        await _record.NoteAsync(consultationId, [(split, BookAct.SplitOff, themeId)], cancel);
        await _record.SaveChangesAsync(cancel);
        // With a passage go those of the other reading that do not count beside it.
        await _record.Database.ExecuteSqlAsync($"""
            UPDATE record.coded_excerpt moved SET theme_id = {split.Id}
            WHERE moved.theme_id = {themeId} AND (moved.id = ANY({ids}) OR (
              NOT moved.counts AND moved.compared_as <> 0 AND EXISTS (SELECT FROM record.sampled_input s WHERE s.input_id = moved.input_id AND s.is_done)
              AND EXISTS (
                SELECT FROM record.coded_excerpt chosen
                WHERE chosen.id = ANY({ids}) AND chosen.input_id = moved.input_id AND chosen.in_translation = moved.in_translation AND chosen.start < moved."end" AND moved.start < chosen."end")))
            """, cancel);
        await _record.RecountSecondReadingsAsync([], [themeId, split.Id], cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return (CodingResult.Done, split.Id);
    }

    /// <summary>Takes a split back: all passages of the new theme, also those coded with it since, go over to the one off which it was split, and it is gone.</summary>
    public async Task<CodingResult> TakeBackAsync(Guid consultationId, Guid themeId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeBookTurnAsync(consultationId, cancel);
        var all = await _record.Themes.IgnoreQueryFilters().Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel);
        if (all.Find(theme => theme.Id == themeId && theme.MergedIntoId is null) is not { SplitFromId: { } from } split) return CodingResult.NotThere;
        // Where its passages came from is gone itself, or something rests on it: that is undone first.
        if (!all.Exists(theme => theme.Id == from && theme.MergedIntoId is null) || all.Exists(theme => theme.ParentId == themeId || theme.MergedIntoId == themeId)) return CodingResult.InUse;
        foreach (var further in all.Where(theme => theme.SplitFromId == themeId)) further.SplitFromId = from;
        await _record.NoteAsync(consultationId, [(split, BookAct.SplitTakenBack, from)], cancel);
        await _record.Database.ExecuteSqlAsync($"UPDATE record.coded_excerpt SET theme_id = {from} WHERE theme_id = {themeId}", cancel);
        _record.Themes.Remove(split);
        await _record.SaveChangesAsync(cancel);
        await _record.RecountSecondReadingsAsync([], [from], cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>The themes of a consultation that were split off others which are still there, by name.</summary>
    public async Task<IReadOnlyList<SplitTheme>> ListAsync(Guid consultationId, CancellationToken cancel)
    {
        var all = await _record.Themes.AsNoTracking().Where(theme => theme.ConsultationId == consultationId).ToDictionaryAsync(theme => theme.Id, cancel);
        return [.. all.Values.Where(theme => theme.SplitFromId is { } from && all.ContainsKey(from)).Select(theme => new SplitTheme(theme, all[theme.SplitFromId!.Value]))
            .OrderBy(split => split.Theme.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
