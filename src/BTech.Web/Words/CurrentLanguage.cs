using BTech.Languages;

namespace BTech.Web.Words;

/// <summary>The language in which the current request is answered: the address's prefix decides, nothing else.</summary>
public static class CurrentLanguage
{
    private static readonly object Key = new();

    /// <summary>The language of this request's page.</summary>
    public static Language Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Key] as Language ?? Language.English;
    }

    internal static void Set(HttpContext context, Language language) => context.Items[Key] = language;
}
