namespace BTech.Record.Coding;

/// <summary>The order in which a code book is read: by name, each theme followed by its narrower ones.</summary>
public static class ThemeTree
{
    /// <summary>Puts themes in that order and says how deep each stands, the broadest at 0. A theme whose broader one is gone stands by itself.</summary>
    public static IReadOnlyList<(T Item, int Depth)> Order<T>(IReadOnlyCollection<T> items, Func<T, Theme> themeOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(themeOf);
        var known = items.Select(item => themeOf(item).Id).ToHashSet();
        var narrower = items.OrderByDescending(item => themeOf(item).Name, StringComparer.CurrentCultureIgnoreCase)
            .ToLookup(item => themeOf(item).ParentId is { } broader && known.Contains(broader) ? broader : Guid.Empty);
        var ordered = new List<(T, int)>(items.Count);
        var open = new Stack<(T Item, int Depth)>(narrower[Guid.Empty].Select(item => (item, 0)));
        while (open.TryPop(out var next))
        {
            ordered.Add(next);
            foreach (var item in narrower[themeOf(next.Item).Id]) open.Push((item, next.Depth + 1));
        }
        return ordered;
    }
}
