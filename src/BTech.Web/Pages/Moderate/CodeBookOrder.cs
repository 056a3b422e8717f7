using BTech.Record.Coding;

namespace BTech.Web.Pages.Moderate;

/// <summary>The code book as it is read: each theme under its broader one, by name.</summary>
public static class CodeBookOrder
{
    /// <summary>Between the names of a broader and a narrower theme.</summary>
    public const string Under = " › ";

    /// <summary>The themes in order, with the way to each.</summary>
    public static IEnumerable<(Theme Theme, string Path)> Of(IReadOnlyCollection<ListedTheme> themes)
    {
        ArgumentNullException.ThrowIfNull(themes);
        var byId = themes.ToDictionary(one => one.Theme.Id, one => one.Theme);
        return themes.Select(one => (one.Theme, Path: PathOf(one.Theme, byId))).OrderBy(one => one.Path, StringComparer.CurrentCultureIgnoreCase);
    }

    // A theme whose broader theme is gone stands by itself; a circle, which the code book refuses, would end here.
    private static string PathOf(Theme theme, Dictionary<Guid, Theme> byId)
    {
        var names = new Stack<string>([theme.Name]);
        for (var at = theme; at.ParentId is { } broader && byId.TryGetValue(broader, out var parent) && names.Count <= byId.Count; at = parent) names.Push(parent.Name);
        return string.Join(Under, names);
    }
}
