using BTech.Agenda;

namespace BTech.Record.Reports;

/// <summary>A line of the annex of resources or a released dilemma card, as it stands in a report.</summary>
/// <param name="Kind">The section in which it stands.</param>
/// <param name="Lead">For a card with more than a situation: the situation, before the rest.</param>
/// <param name="Lines">Its other texts, in order. Inline text.</param>
/// <param name="WrittenBy">Who wrote it last, and so has a hand in the version in which it stands.</param>
internal sealed record ReleasedEntry(SectionKind Kind, string? Lead, IReadOnlyList<string> Lines, StaffId WrittenBy)
{
    /// <summary>All that it says: two that say the same are one.</summary>
    public string Whole => WholeOf(Lead, Lines);

    /// <summary>All that each entry of a list section says: one for each resource, one for each block of a card.</summary>
    public static IEnumerable<string> In(Section section) => section.Kind is SectionKind.Resources
        ? section.Blocks.SelectMany(block => block.Statements).Select(statement => WholeOf(null, [statement.Text]))
        : section.Blocks.Select(block => WholeOf(block.Introduction, [.. block.Statements.OrderBy(statement => statement.Order).Select(statement => statement.Text)]));

    private static string WholeOf(string? lead, IReadOnlyList<string> lines) => string.Join('\n', [lead ?? "", .. lines]);
}
