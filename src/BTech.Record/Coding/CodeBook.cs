using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BTech.Record.Coding;

/// <summary>A consultation's themes. Each change makes a version of the book (<see cref="CodeBookHistory"/>).</summary>
public sealed class CodeBook
{
    /// <summary>Longest name of a theme.</summary>
    public const int LongestName = 120;

    /// <summary>Longest definition of a theme, and longest of each other text about it.</summary>
    public const int LongestDefinition = 2000;

    /// <summary>Most themes of one consultation: more than anybody can tell apart, few enough to show on one page.</summary>
    public const int MostThemes = 1000;

    private readonly RecordContext _record;

    internal CodeBook(RecordContext record) => _record = record;

    /// <summary>All themes of a consultation by name.</summary>
    public async Task<IReadOnlyList<ListedTheme>> ListAsync(Guid consultationId, CancellationToken cancel)
    {
        var rows = await _record.Themes.AsNoTracking().Where(theme => theme.ConsultationId == consultationId)
            .Select(theme => new
            {
                Theme = theme,
                Kept = _record.Excerpts.Count(excerpt => excerpt.ThemeId == theme.Id
                    && !_record.ReviewDecisions.Any(decision => decision.InputId == excerpt.InputId && decision.IsSetAside)),
                HasChildren = _record.Themes.Any(child => child.ParentId == theme.Id),
            }).ToListAsync(cancel);
        // A withdrawn input's excerpt is read by nobody, but its row still points to the theme.
        var used = (await _record.Excerpts.IgnoreQueryFilters().Select(excerpt => excerpt.ThemeId).Distinct().ToListAsync(cancel)).ToHashSet();
        return [.. rows.OrderBy(row => row.Theme.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(row => new ListedTheme(row.Theme, DisclosureControl.ForTeam(row.Kept), row.HasChildren || used.Contains(row.Theme.Id)))];
    }

    /// <summary>The themes of a consultation by name, nothing counted: the cost grows with the themes and not with what carries them.</summary>
    public async Task<IReadOnlyList<Theme>> NamesAsync(Guid consultationId, CancellationToken cancel) =>
        [.. (await _record.Themes.AsNoTracking().Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel)).OrderBy(theme => theme.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The whole code book as it is written into a file: each theme behind the broader one, in which it is followed by its narrower ones.</summary>
    public async Task<IReadOnlyList<ThemeDraft>> WrittenAsync(Guid consultationId, CancellationToken cancel)
    {
        var themes = await _record.Themes.AsNoTracking().Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel);
        var names = themes.ToDictionary(theme => theme.Id, theme => theme.Name);
        return [.. ThemeTree.Order(themes, theme => theme).Select(placed => placed.Item).Select(theme => new ThemeDraft(
            theme.Name, theme.ParentId is { } broader ? names.GetValueOrDefault(broader) : null,
            theme.Definition, theme.WhenToUse, theme.WhenNot, theme.Example, theme.IsCrossCutting))];
    }

    /// <summary>Adds a theme of which only the definition is known yet; its id comes back when it was added.</summary>
    public Task<(CodingResult Result, Guid Id)> AddAsync(
        Guid consultationId, string? name, string? definition, bool isCrossCutting, Guid? parentId, CancellationToken cancel) =>
        AddAsync(consultationId, new ThemeWording(name, definition, IsCrossCutting: isCrossCutting, ParentId: parentId), cancel);

    /// <summary>Adds a theme; its id comes back when it was added.</summary>
    public async Task<(CodingResult Result, Guid Id)> AddAsync(Guid consultationId, ThemeWording wording, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wording);
        await using var transaction = await BeginAsync(consultationId, cancel);
        var all = await AllAsync(consultationId, cancel);
        if (Refused(all, Guid.Empty, wording) is { } refused) return (refused, Guid.Empty);
        if (all.Count >= MostThemes) return (CodingResult.TooMany, Guid.Empty);
        var theme = New(consultationId, wording.Name!);
        Write(theme, wording);
        _record.Themes.Add(theme);
        await SaveAsync(transaction, consultationId, [(theme, BookAct.Added, null)], cancel);
        return (CodingResult.Done, theme.Id);
    }

    /// <summary>Gives a theme another name, place, text or reach.</summary>
    public async Task<CodingResult> ChangeAsync(Guid consultationId, Guid themeId, ThemeWording wording, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wording);
        await using var transaction = await BeginAsync(consultationId, cancel);
        return await ChangeAsync(transaction, consultationId, themeId, wording, BookAct.Changed, cancel);
    }

    /// <summary>Brings back what a theme was called and what was said of it after one version of the book; its place stays what it is now.</summary>
    public async Task<CodingResult> RestoreAsync(Guid consultationId, Guid themeId, int version, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(consultationId, cancel);
        var line = await _record.ThemeChanges.AsNoTracking().SingleOrDefaultAsync(found => found.ConsultationId == consultationId && found.ThemeId == themeId && found.Version == version, cancel);
        var theme = await _record.Themes.AsNoTracking().SingleOrDefaultAsync(found => found.ConsultationId == consultationId && found.Id == themeId, cancel);
        if (line is null || theme is null) return CodingResult.NotThere;
        var earlier = line.Wording with { ParentId = theme.ParentId };
        return earlier == theme.Wording ? CodingResult.Same : await ChangeAsync(transaction, consultationId, themeId, earlier, BookAct.Restored, cancel);
    }

    /// <summary>
    /// Takes over the themes of a file, all of them or none. A theme whose name is known already takes the file's texts and place and keeps its
    /// passages; others are added; none is deleted.
    /// </summary>
    public async Task<CodingResult> TakeOverAsync(Guid consultationId, IReadOnlyCollection<ThemeDraft> drafts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        await using var transaction = await BeginAsync(consultationId, cancel);
        var byName = (await AllAsync(consultationId, cancel)).ToDictionary(theme => theme.Name, StringComparer.OrdinalIgnoreCase);
        if (!drafts.All(draft => IsName(draft.Name))) return CodingResult.NameMissing;
        if (drafts.DistinctBy(draft => draft.Name.Trim(), StringComparer.OrdinalIgnoreCase).Count() != drafts.Count) return CodingResult.NameTaken;
        foreach (var draft in drafts)
        {
            if (byName.ContainsKey(draft.Name.Trim())) continue;
            var theme = New(consultationId, draft.Name);
            byName.Add(theme.Name, theme);
            _record.Themes.Add(theme);
        }
        var result = byName.Count > MostThemes ? CodingResult.TooMany : Place(drafts, byName);
        if (result == CodingResult.Done) await SaveAsync(transaction, consultationId, Changed(), cancel);
        _record.ChangeTracker.Clear();
        return result;
    }

    /// <summary>Deletes a theme that no excerpt carries.</summary>
    public async Task<CodingResult> DeleteAsync(Guid consultationId, Guid themeId, CancellationToken cancel)
    {
        await using var transaction = await BeginAsync(consultationId, cancel);
        var theme = await _record.Themes.SingleOrDefaultAsync(found => found.Id == themeId && found.ConsultationId == consultationId, cancel);
        if (theme is null) return CodingResult.NotThere;
        if (await _record.Excerpts.IgnoreQueryFilters().AnyAsync(excerpt => excerpt.ThemeId == themeId, cancel)
            || await _record.Themes.AnyAsync(child => child.ParentId == themeId, cancel)) return CodingResult.InUse;
        _record.Themes.Remove(theme);
        await SaveAsync(transaction, consultationId, [(theme, BookAct.Deleted, null)], cancel);
        return CodingResult.Done;
    }

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= LongestName;

    private static CodingResult Place(IEnumerable<ThemeDraft> drafts, Dictionary<string, Theme> byName)
    {
        foreach (var draft in drafts)
        {
            Theme? broader = null;
            if (draft.Broader is { } name && !byName.TryGetValue(name.Trim(), out broader)) return CodingResult.NotThere;
            Write(byName[draft.Name.Trim()], new ThemeWording(draft.Name, draft.Definition, draft.WhenToUse, draft.WhenNot, draft.Example, draft.IsCrossCutting, broader?.Id));
        }
        var all = byName.Values.ToList();
        return all.Exists(theme => IsUnder(all, theme.ParentId, theme.Id)) ? CodingResult.Circle : CodingResult.Done;
    }

    internal static CodingResult? Refused(List<Theme> all, Guid themeId, ThemeWording wording)
    {
        if (!IsName(wording.Name)) return CodingResult.NameMissing;
        if (all.Exists(theme => theme.Id != themeId && string.Equals(theme.Name, wording.Name!.Trim(), StringComparison.OrdinalIgnoreCase))) return CodingResult.NameTaken;
        if (wording.ParentId is not { } broader) return null;
        if (!all.Exists(theme => theme.Id == broader)) return CodingResult.NotThere;
        return IsUnder(all, broader, themeId) ? CodingResult.Circle : null;
    }

    // Whether one is the other or stands under it. No path has more steps than there are themes.
    private static bool IsUnder(List<Theme> all, Guid? one, Guid other)
    {
        var parents = all.ToDictionary(theme => theme.Id, theme => theme.ParentId);
        for (var steps = 0; one is { } here && steps <= all.Count; steps++)
        {
            if (here == other) return true;
            one = parents.GetValueOrDefault(here);
        }
        return false;
    }

    internal static Theme New(Guid consultationId, string name) => new() { Id = Guid.NewGuid(), ConsultationId = consultationId, Name = name.Trim() };

    internal static void Write(Theme theme, ThemeWording wording)
    {
        theme.Name = wording.Name!.Trim();
        theme.Definition = Text(wording.Definition);
        theme.WhenToUse = Text(wording.WhenToUse);
        theme.WhenNot = Text(wording.WhenNot);
        theme.Example = Text(wording.Example);
        theme.IsCrossCutting = wording.IsCrossCutting;
        theme.ParentId = wording.ParentId;
    }

    // One kind of line end, so that a file brings back what it took along.
    private static string Text(string? written)
    {
        var text = (written ?? string.Empty).ReplaceLineEndings("\n").Trim();
        return text.Length <= LongestDefinition ? text : text[..LongestDefinition];
    }

    private Task<List<Theme>> AllAsync(Guid consultationId, CancellationToken cancel) =>
        _record.Themes.Where(theme => theme.ConsultationId == consultationId).ToListAsync(cancel);

    private async Task<CodingResult> ChangeAsync(IDbContextTransaction transaction, Guid consultationId, Guid themeId, ThemeWording wording, BookAct act, CancellationToken cancel)
    {
        var all = await AllAsync(consultationId, cancel);
        if (all.Find(found => found.Id == themeId) is not { } theme) return CodingResult.NotThere;
        if (Refused(all, themeId, wording) is { } refused) return refused;
        Write(theme, wording);
        await SaveAsync(transaction, consultationId, [.. Changed().Select(change => (change.Theme, act, change.Other))], cancel);
        return CodingResult.Done;
    }

    // What is written anew without being different makes no version.
    private List<(Theme Theme, BookAct Act, Guid? Other)> Changed()
    {
        _record.ChangeTracker.DetectChanges();
        return [.. _record.ChangeTracker.Entries<Theme>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (entry.Entity, entry.State == EntityState.Added ? BookAct.Added : BookAct.Changed, (Guid?)null))];
    }

    private async Task<IDbContextTransaction> BeginAsync(Guid consultationId, CancellationToken cancel)
    {
        var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeBookTurnAsync(consultationId, cancel);
        return transaction;
    }

    private async Task SaveAsync(IDbContextTransaction transaction, Guid consultationId, IReadOnlyCollection<(Theme Theme, BookAct Act, Guid? Other)> changes, CancellationToken cancel)
    {
        await _record.NoteAsync(consultationId, changes, cancel);
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
    }
}
