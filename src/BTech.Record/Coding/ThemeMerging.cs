using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>
/// Merges themes, and takes that back. The passages of the one go over to the other with everything on them, so that key points keep their evidence;
/// each remembers where it came from.
/// </summary>
public sealed class ThemeMerging
{
    private readonly RecordContext _record;

    internal ThemeMerging(RecordContext record) => _record = record;

    /// <summary>Merges one theme into another. One under which others stand cannot be merged: they would stand under nothing.</summary>
    public async Task<CodingResult> MergeAsync(Guid consultationId, Guid from, Guid into, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeBookTurnAsync(consultationId, cancel);
        var both = await _record.Themes.Where(theme => theme.ConsultationId == consultationId && (theme.Id == from || theme.Id == into)).ToListAsync(cancel);
        if (both.Count != 2) return CodingResult.NotThere;
        if (await _record.Themes.AnyAsync(theme => theme.ParentId == from, cancel)) return CodingResult.InUse;
        var gone = both.Single(theme => theme.Id == from);
        gone.MergedIntoId = into;
        await _record.NoteAsync(consultationId, [(gone, BookAct.Merged, into)], cancel);
        await _record.SaveChangesAsync(cancel);
        await _record.Database.ExecuteSqlAsync($"UPDATE record.coded_excerpt SET theme_id = {into}, merged_from = array_append(merged_from, {from}) WHERE theme_id = {from}", cancel);
        await _record.RecountSecondReadingsAsync([], [into], cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>Takes a merge back: the theme and the passages that came from it are as before; what was coded since, or split off since, stays where it is.</summary>
    public async Task<CodingResult> TakeBackAsync(Guid consultationId, Guid themeId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeBookTurnAsync(consultationId, cancel);
        var all = await _record.Themes.IgnoreQueryFilters().Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel);
        if (all.Find(theme => theme.Id == themeId) is not { MergedIntoId: { } into } theme) return CodingResult.NotThere;
        // Its passages lie further on meanwhile; the later merge is taken back first.
        if (all.Find(one => one.Id == into) is { MergedIntoId: not null }) return CodingResult.InUse;
        if (all.Exists(other => other.MergedIntoId is null && string.Equals(other.Name, theme.Name, StringComparison.OrdinalIgnoreCase))) return CodingResult.NameTaken;
        theme.MergedIntoId = null;
        if (!all.Exists(other => other.Id == theme.ParentId && other.MergedIntoId is null)) theme.ParentId = null;
        await _record.NoteAsync(consultationId, [(theme, BookAct.MergeTakenBack, into)], cancel);
        await _record.SaveChangesAsync(cancel);
        await _record.Database.ExecuteSqlAsync($"""
            UPDATE record.coded_excerpt SET theme_id = {themeId}, merged_from = trim_array(merged_from, 1)
            WHERE theme_id = {into} AND merged_from[cardinality(merged_from)] = {themeId}
            """, cancel);
        await _record.RecountSecondReadingsAsync([], [into, themeId], cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>The themes of a consultation that were merged into others, by name.</summary>
    public async Task<IReadOnlyList<MergedTheme>> ListAsync(Guid consultationId, CancellationToken cancel)
    {
        var all = await AllAsync(consultationId, cancel);
        return [.. all.Values.Where(theme => theme.MergedIntoId is { } into && all.ContainsKey(into))
            .Select(theme => new MergedTheme(theme, all[theme.MergedIntoId!.Value], all[theme.MergedIntoId!.Value].MergedIntoId is null))
            .OrderBy(merged => merged.Theme.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Those of some themes that were merged, each with the theme under which its passages are now.</summary>
    public async Task<IReadOnlyList<MergedTheme>> SuccessorsAsync(Guid consultationId, IReadOnlyCollection<Guid> themeIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(themeIds);
        if (themeIds.Count == 0) return [];
        var all = await AllAsync(consultationId, cancel);
        return [.. themeIds.Where(all.ContainsKey).Select(id => (Theme: all[id], Last: Last(all[id]))).Where(one => one.Last != one.Theme)
            .Select(one => new MergedTheme(one.Theme, one.Last, one.Theme.MergedIntoId == one.Last.Id))];

        // Merges make no circle: each goes into a theme that was not merged then.
        Theme Last(Theme theme)
        {
            while (theme.MergedIntoId is { } into && all.TryGetValue(into, out var next)) theme = next;
            return theme;
        }
    }

    private async Task<Dictionary<Guid, Theme>> AllAsync(Guid consultationId, CancellationToken cancel) =>
        await _record.Themes.IgnoreQueryFilters().AsNoTracking().Where(theme => theme.ConsultationId == consultationId).ToDictionaryAsync(theme => theme.Id, cancel);
}
