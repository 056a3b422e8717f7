using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.DraftChecks;

/// <summary>A sentence of a draft by its number.</summary>
/// <param name="Number">Its number in the draft, from 1.</param>
/// <param name="Section">The section in which it stands; nothing for a footnote.</param>
/// <param name="Block">The paragraph or list; likewise.</param>
/// <param name="Statement">The statement; nothing for the sentence that introduces a list, and for a footnote.</param>
/// <param name="Footnote">The footnote.</param>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Runs">The same with what stands out in it.</param>
public sealed record NumberedSentence(int Number, Section? Section, Block? Block, Statement? Statement, Footnote? Footnote, string Text, IReadOnlyList<InlineText.Run> Runs)
{
    /// <summary>
    /// The sentences of a report in reading order, its footnotes last: those that somebody wrote for it, in whichever section. What the product says of its own wording and numbers,
    /// and the list of people, are nobody's words.
    /// </summary>
    public static IReadOnlyList<NumberedSentence> Of(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var sentences = new List<NumberedSentence>();
        var own = ProductSentences.WithIntroductions(Language.Find(report.Language) ?? Language.English);
        foreach (var section in report.Sections.Where(section => section.Kind is not (SectionKind.Participants or SectionKind.DisclosureDecisions)).OrderBy(section => section.Order))
        {
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                if (block.Introduction is { } introduction && !own.Contains(introduction)) Add(introduction, section, block);
                foreach (var statement in block.Statements.Where(statement => statement is not Fact || !own.Contains(statement.Text)).OrderBy(statement => statement.Order))
                {
                    Add(statement.Text, section, block, statement);
                    if (statement is HostNote { Due: { Length: > 0 } due }) Add(InlineText.Escape(due), section, block, statement);
                }
            }
        }
        foreach (var footnote in report.Footnotes.OrderBy(footnote => footnote.Number)) Add(footnote.Text, footnote: footnote);
        return sentences;

        void Add(string text, Section? section = null, Block? block = null, Statement? statement = null, Footnote? footnote = null)
        {
            foreach (var runs in InlineText.SentencesOf(text))
                sentences.Add(new NumberedSentence(sentences.Count + 1, section, block, statement, footnote, string.Concat(runs.Select(run => run.Text)), runs));
        }
    }
}
