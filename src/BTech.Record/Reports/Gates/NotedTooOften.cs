using BTech.Agenda.Consultations;
using BTech.Record.Disclosure;

namespace BTech.Record.Reports.Gates;

/// <summary>Point 6, of style: "participants noted" opens at most three points of a focus area.</summary>
internal sealed class NotedTooOften : IFormRule
{
    /// <summary>Most points of a focus area that it may open.</summary>
    public const int Most = 3;

    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation) => report.Sections.OrderBy(section => section.Order)
        .Where(section => section.Kind == SectionKind.FocusArea && section.Blocks.SelectMany(block => block.Statements).OfType<KeyPoint>().Count(point => point.Attribution == AttributionLadder.Noted) > Most)
        .Select(section => new Finding(FindingKind.NotedTooOften, false, section.Id));
}
