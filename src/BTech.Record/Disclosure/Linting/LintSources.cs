using BTech.Languages.Coach;

namespace BTech.Record.Disclosure.Linting;

/// <summary>
/// What the lint of a report needs to know that the Record side does not: an argument of one check, made by the door to the other side and gone with it.
/// Names are inside finders that give places in a text and nothing else.
/// </summary>
/// <param name="people">Finds everybody who may have spoken.</param>
/// <param name="organisations">Finds their organisations.</param>
/// <param name="titles">Finds titles that fewer than three of them hold.</param>
/// <param name="publicTexts">Texts that everybody can read, first of all the scoping paper: whoever repeats them repeats nobody.</param>
public sealed class LintSources(NamesInText people, NamesInText organisations, NamesInText titles, IReadOnlyCollection<string> publicTexts)
{
    /// <summary>With nobody who may have spoken and nothing to read: for reports on rounds that nobody is invited to.</summary>
    public static LintSources Nobody { get; } = new(new NamesInText([], []), new NamesInText([], []), new NamesInText([], []), []);

    internal NamesInText People { get; } = people;

    internal NamesInText Organisations { get; } = organisations;

    internal NamesInText Titles { get; } = titles;

    internal IReadOnlyCollection<string> PublicTexts { get; } = publicTexts;
}
