using BTech.Record.Coding;

namespace BTech.Web.Pages.Moderate;

/// <summary>Themes in a list to choose from.</summary>
public static class ThemeNames
{
    /// <summary>A theme's name, moved in by its depth in the code book.</summary>
    public static string Indented(Theme theme, int depth)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return new string('\u2003', depth) + theme.Name;
    }
}
