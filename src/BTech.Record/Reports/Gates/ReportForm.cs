using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>The rules on the form of a report. All are advice, but for the counter-view that nobody tells of or shows.</summary>
internal static class ReportForm
{
    private static readonly IReadOnlyList<IFormRule> Rules =
    [
        new SectionOrder(),
        new KeyPhrasesInAll(),
        new NotedTooOften(),
        new Considerations(),
        new NextWindowDates(),
        new IntroductionJobs(),
        new CounterViews(),
    ];

    /// <summary>What they find.</summary>
    public static IEnumerable<Finding> Find(SummaryReport report, Consultation consultation) => Rules.SelectMany(rule => rule.Find(report, consultation));

    /// <summary>The sections that a team writes: without what the product says of its own wording and numbers, the lists, and the people.</summary>
    public static IEnumerable<Section> Written(SummaryReport report) => report.Sections.OrderBy(section => section.Order)
        .Where(section => section.Kind is SectionKind.Introduction or SectionKind.OverarchingMessages or SectionKind.FocusArea or SectionKind.NextSteps);

    /// <summary>The texts of a section in reading order, introductions of lists too; inline text.</summary>
    public static IEnumerable<string> Texts(Section section) => section.Blocks.OrderBy(block => block.Order)
        .SelectMany(block => block.Statements.OrderBy(statement => statement.Order).Select(statement => statement.Text).Prepend(block.Introduction ?? ""));

    /// <summary>The words of texts, counted as people count them.</summary>
    public static int Words(IEnumerable<string> texts) => texts.Sum(text => StatementRules.WordCount(InlineText.Plain(text)));
}
