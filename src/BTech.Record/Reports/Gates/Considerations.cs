using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>
/// Point 9, of lists: a focus area with three considerations or more sets three to six of them as a list after a sentence that ends in a colon. A
/// consideration is a point that neither welcomes nor objects.
/// </summary>
internal sealed class Considerations : IFormRule
{
    /// <summary>From how many considerations on a list helps.</summary>
    public const int Fewest = 3;

    /// <summary>Most items of a list.</summary>
    public const int Most = 6;

    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        foreach (var section in report.Sections.Where(section => section.Kind == SectionKind.FocusArea).OrderBy(section => section.Order))
        {
            var lists = section.Blocks.Where(block => block.Kind == BlockKind.Bullets && block.Statements.Exists(statement => statement is KeyPoint)).OrderBy(block => block.Order).ToList();
            foreach (var list in lists.Where(list => !IsWellMade(list))) yield return new Finding(FindingKind.ListForm, false, section.Id) { BlockId = list.Id };
            if (lists.Count == 0 && section.Blocks.SelectMany(block => block.Statements).OfType<KeyPoint>().Count(point => point.Stance == Coding.Stance.Nuance) >= Fewest)
                yield return new Finding(FindingKind.NoList, false, section.Id);
        }
    }

    private static bool IsWellMade(Block list) => list.Statements.Count is >= Fewest and <= Most && list.Introduction is { } sentence && InlineText.Plain(sentence).TrimEnd() is [.., ':' or '：'];
}
