using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Web.Design;

/// <summary>The words of compared paragraphs as a page shows them: one text with what was deleted and what was inserted.</summary>
/// <param name="Runs">The words.</param>
/// <param name="Language">The language in which they are compared; nothing where nobody has said it.</param>
public sealed record ComparedText(IReadOnlyList<WordRun> Runs, Language? Language)
{
    /// <summary>Whether not a word differs: then only marks, or the address of a link, do.</summary>
    public bool IsSameWords => Runs.All(run => run.Change == WordChange.Kept);

    /// <summary>Compares in the page's language where both sides have it, else in English.</summary>
    public static ComparedText Of(ComparedParagraphs line, Language page)
    {
        ArgumentNullException.ThrowIfNull(line);
        var language = line.Old.Concat(line.New).All(paragraph => paragraph.Text.Has(page)) ? page : Language.English;
        return new ComparedText(WordChanges.Between(Plain(line.Old, language), Plain(line.New, language)), language);
    }

    private static string Plain(IReadOnlyList<Paragraph> paragraphs, Language language) =>
        string.Join("\n\n", paragraphs.Select(paragraph => PaperText.Lines(paragraph.Text.In(language).Text)));
}
