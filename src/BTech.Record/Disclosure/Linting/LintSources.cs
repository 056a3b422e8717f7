using BTech.Languages;
using BTech.Languages.Coach;

namespace BTech.Record.Disclosure.Linting;

/// <summary>
/// What the lint of a report needs to know that the Record side does not: an argument of one check, made by the door to the other side and gone with it.
/// Names are inside finders that give places in a text and nothing else.
/// </summary>
/// <param name="people">Finds everybody who may have spoken.</param>
/// <param name="organisations">Finds their organisations.</param>
/// <param name="titles">Titles that fewer than three of them hold; those of one word, and those that a public text has, name nobody.</param>
/// <param name="publicTexts">Texts that everybody can read, first of all the scoping paper: whoever repeats them repeats nobody.</param>
public sealed class LintSources(NamesInText people, NamesInText organisations, IEnumerable<string> titles, IReadOnlyCollection<string> publicTexts)
{
    private IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>? _sentences;

    /// <summary>With nobody who may have spoken and nothing to read: for reports on rounds that nobody is invited to.</summary>
    public static LintSources Nobody { get; } = new(new NamesInText([], []), new NamesInText([], []), [], []);

    internal NamesInText People { get; } = people;

    internal NamesInText Organisations { get; } = organisations;

    internal NamesInText Titles { get; } = new([], titles.Where(title => TellsSomebody(title, publicTexts)));

    internal IReadOnlyCollection<string> PublicTexts { get; } = publicTexts;

    /// <summary>The folded words of each sentence of each of them: one reading for all rules.</summary>
    internal IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> PublicSentences => _sentences ??= [.. PublicTexts.Select(WrittenText.SentencesOf)];

    // "Lawyer" names nobody; "human rights" is no title in a report on them. In Chinese a word is two characters or more.
    private static bool TellsSomebody(string title, IReadOnlyCollection<string> publicTexts) =>
        WordPieces.FoldedWordsOf(title).Count > 1 && new NamesInText([], [title]) is var finder && publicTexts.All(text => finder.Find(text).Count == 0);
}
