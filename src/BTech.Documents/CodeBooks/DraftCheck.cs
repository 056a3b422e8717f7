using BTech.Record.Coding;

namespace BTech.Documents.CodeBooks;

/// <summary>Collects the themes of a file and finds the first that cannot be taken.</summary>
internal sealed class DraftCheck
{
    private readonly List<ThemeDraft> _themes = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ThemeDraft> Themes => _themes;

    /// <summary>Takes a theme, or says why not.</summary>
    public CodeBookFault? Add(ThemeDraft draft)
    {
        if (_themes.Count == CodeBook.MostThemes) return CodeBookFault.TooMany;
        if (draft.Name.Length is 0 or > CodeBook.LongestName) return CodeBookFault.BadName;
        if (!_names.Add(draft.Name)) return CodeBookFault.NameTwice;
        if (new[] { draft.Definition, draft.WhenToUse, draft.WhenNot, draft.Example }.Any(text => text.Length > CodeBook.LongestDefinition)) return CodeBookFault.LongText;
        _themes.Add(draft);
        return null;
    }
}
