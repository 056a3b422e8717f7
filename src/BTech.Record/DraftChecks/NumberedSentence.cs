using BTech.Record.Reports;

namespace BTech.Record.DraftChecks;

/// <summary>A sentence of a draft by its number.</summary>
/// <param name="Number">Its number in the draft, from 1.</param>
/// <param name="Section">The section in which it stands.</param>
/// <param name="Block">The paragraph or list.</param>
/// <param name="Statement">The statement; nothing for the sentence that introduces a list.</param>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Runs">The same with what stands out in it.</param>
public sealed record NumberedSentence(int Number, Section Section, Block Block, Statement? Statement, string Text, IReadOnlyList<InlineText.Run> Runs)
{
    /// <summary>
    /// The sentences of a report in reading order: those that somebody wrote for it. What the product says of its own wording and numbers, and the lists of
    /// people, are nobody's words.
    /// </summary>
    public static IReadOnlyList<NumberedSentence> Of(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var sentences = new List<NumberedSentence>();
        foreach (var section in report.Sections.Where(section => section.Kind is SectionKind.Introduction or SectionKind.OverarchingMessages or SectionKind.FocusArea or SectionKind.NextSteps
            or SectionKind.Resources or SectionKind.Dilemmas).OrderBy(section => section.Order))
        {
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                Add(section, block, null, block.Introduction ?? "");
                foreach (var statement in block.Statements.OrderBy(statement => statement.Order)) Add(section, block, statement, statement.Text);
            }
        }
        return sentences;

        void Add(Section section, Block block, Statement? statement, string text)
        {
            foreach (var runs in InlineText.SentencesOf(text))
                sentences.Add(new NumberedSentence(sentences.Count + 1, section, block, statement, string.Concat(runs.Select(run => run.Text)), runs));
        }
    }
}
