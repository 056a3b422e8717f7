using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>What a code book was: its versions, what became of its themes between any two of them, and what was ever said of one theme.</summary>
public sealed class CodeBookHistory
{
    private readonly RecordContext _record;

    internal CodeBookHistory(RecordContext record) => _record = record;

    /// <summary>The version that a code book has now; 0 for one in which nothing has ever stood.</summary>
    public Task<int> VersionAsync(Guid consultationId, CancellationToken cancel) => _record.BookVersionAsync(consultationId, cancel);

    /// <summary>Versions of a code book, the newest first, from one downwards.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="newest">The newest to list.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<BookVersion>> ListAsync(Guid consultationId, int newest, int count, CancellationToken cancel)
    {
        var versions = new List<BookVersion>();
        var book = new Dictionary<Guid, ThemeChange>();
        foreach (var version in (await LinesAsync(consultationId, newest, cancel)).GroupBy(line => line.Version))
        {
            // What a version was made from is looked at only where it is shown.
            var before = version.Key > newest - count ? new Dictionary<Guid, ThemeChange>(book) : null;
            foreach (var line in version) Apply(book, line);
            if (before is not null)
                versions.Add(new BookVersion(version.Key, [.. version.Select(line => Step(line.ThemeId, before, book, line)).OrderBy(step => step.Name, StringComparer.CurrentCultureIgnoreCase)]));
        }
        versions.Reverse();
        return versions;
    }

    /// <summary>What became of the themes from one version to another, by name; either may be the later one, and 0 is the empty list before the first.</summary>
    public async Task<IReadOnlyList<ThemeStep>> CompareAsync(Guid consultationId, int from, int to, CancellationToken cancel)
    {
        var lines = await LinesAsync(consultationId, Math.Max(from, to), cancel);
        var (before, after) = (At(lines, from), At(lines, to));
        return [.. before.Keys.Union(after.Keys).Select(theme => Step(theme, before, after, null)).Where(step => step.IsDifferent).OrderBy(step => step.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>What was ever said of one theme, the newest first; one line for each wording.</summary>
    public async Task<IReadOnlyList<ThemeChange>> OfThemeAsync(Guid consultationId, Guid themeId, CancellationToken cancel)
    {
        var lines = await _record.ThemeChanges.AsNoTracking().Where(line => line.ConsultationId == consultationId && line.ThemeId == themeId && line.Act != BookAct.Deleted).OrderBy(line => line.Version).ToListAsync(cancel);
        var wordings = new List<ThemeChange>();
        foreach (var line in lines)
            if (wordings.Count == 0 || wordings[^1].Wording with { ParentId = null } != line.Wording with { ParentId = null }) wordings.Add(line);
        wordings.Reverse();
        return wordings;
    }

    private Task<List<ThemeChange>> LinesAsync(Guid consultationId, int newest, CancellationToken cancel) =>
        _record.ThemeChanges.AsNoTracking().Where(line => line.ConsultationId == consultationId && line.Version <= newest).OrderBy(line => line.Version).ToListAsync(cancel);

    // The list as it stood: of each theme the last line, as long as it was there after it. The lines come in the order of versions.
    private static Dictionary<Guid, ThemeChange> At(List<ThemeChange> lines, int version)
    {
        var there = new Dictionary<Guid, ThemeChange>();
        foreach (var line in lines.TakeWhile(line => line.Version <= version)) Apply(there, line);
        return there;
    }

    private static void Apply(Dictionary<Guid, ThemeChange> there, ThemeChange line)
    {
        if (line.IsThere) there[line.ThemeId] = line;
        else there.Remove(line.ThemeId);
    }

    private static ThemeStep Step(Guid theme, Dictionary<Guid, ThemeChange> before, Dictionary<Guid, ThemeChange> after, ThemeChange? line)
    {
        var (old, now) = (before.GetValueOrDefault(theme), after.GetValueOrDefault(theme));
        return new ThemeStep(theme, old?.Wording ?? (now is null ? line?.Wording : null), now?.Wording, Broader(old, before), Broader(now, after), line?.Act, line?.OtherId is { } other ? (after.GetValueOrDefault(other) ?? before.GetValueOrDefault(other))?.Name : null);

        static string? Broader(ThemeChange? line, Dictionary<Guid, ThemeChange> book) => line?.ParentId is { } parent ? book.GetValueOrDefault(parent)?.Name : null;
    }
}
