using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>A consultation's themes.</summary>
public sealed class CodeBook
{
    /// <summary>Longest name of a theme.</summary>
    public const int LongestName = 120;

    /// <summary>Longest definition of a theme.</summary>
    public const int LongestDefinition = 2000;

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

    /// <summary>Adds a theme; its id comes back when it was added.</summary>
    public async Task<(CodingResult Result, Guid Id)> AddAsync(
        Guid consultationId, string? name, string? definition, bool isCrossCutting, Guid? parentId, CancellationToken cancel)
    {
        if (!IsName(name)) return (CodingResult.NameMissing, Guid.Empty);
        if (await IsTakenAsync(consultationId, name!, Guid.Empty, cancel)) return (CodingResult.NameTaken, Guid.Empty);
        if (parentId is not null && !await _record.Themes.AnyAsync(theme => theme.Id == parentId && theme.ConsultationId == consultationId, cancel))
            return (CodingResult.NotThere, Guid.Empty);
        var theme = new Theme
        {
            Id = Guid.NewGuid(),
            ConsultationId = consultationId,
            Name = name!.Trim(),
            Definition = Definition(definition),
            IsCrossCutting = isCrossCutting,
            ParentId = parentId,
        };
        _record.Themes.Add(theme);
        await SaveAsync(cancel);
        return (CodingResult.Done, theme.Id);
    }

    /// <summary>Gives a theme another name, definition or reach.</summary>
    public async Task<CodingResult> ChangeAsync(
        Guid consultationId, Guid themeId, string? name, string? definition, bool isCrossCutting, CancellationToken cancel)
    {
        var theme = await _record.Themes.SingleOrDefaultAsync(found => found.Id == themeId && found.ConsultationId == consultationId, cancel);
        if (theme is null) return CodingResult.NotThere;
        if (!IsName(name)) return CodingResult.NameMissing;
        if (await IsTakenAsync(consultationId, name!, themeId, cancel)) return CodingResult.NameTaken;
        theme.Name = name!.Trim();
        theme.Definition = Definition(definition);
        theme.IsCrossCutting = isCrossCutting;
        await SaveAsync(cancel);
        return CodingResult.Done;
    }

    /// <summary>Deletes a theme that no excerpt carries.</summary>
    public async Task<CodingResult> DeleteAsync(Guid consultationId, Guid themeId, CancellationToken cancel)
    {
        var theme = await _record.Themes.SingleOrDefaultAsync(found => found.Id == themeId && found.ConsultationId == consultationId, cancel);
        if (theme is null) return CodingResult.NotThere;
        if (await _record.Excerpts.IgnoreQueryFilters().AnyAsync(excerpt => excerpt.ThemeId == themeId, cancel)
            || await _record.Themes.AnyAsync(child => child.ParentId == themeId, cancel)) return CodingResult.InUse;
        _record.Themes.Remove(theme);
        await SaveAsync(cancel);
        return CodingResult.Done;
    }

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= LongestName;

    private static string Definition(string? definition)
    {
        var text = (definition ?? string.Empty).Trim();
        return text.Length <= LongestDefinition ? text : text[..LongestDefinition];
    }

    private async Task<bool> IsTakenAsync(Guid consultationId, string name, Guid except, CancellationToken cancel)
    {
        var wanted = name.Trim();
        var names = await _record.Themes.Where(theme => theme.ConsultationId == consultationId && theme.Id != except).Select(theme => theme.Name).ToListAsync(cancel);
        return names.Any(taken => string.Equals(taken, wanted, StringComparison.OrdinalIgnoreCase));
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
    }
}
