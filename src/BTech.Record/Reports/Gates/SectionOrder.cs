using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>
/// Point 1: Introduction, How to read, Participation, Overarching Messages, one section per focus area in the paper's order, Next Steps, Changes to the
/// scoping paper, List of participants, then annexes; none twice. The team's lists stand before the participants, who end the report.
/// </summary>
internal sealed class SectionOrder : IFormRule
{
    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        (int Kind, int? Area)? before = null;
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            var place = (PlaceOf(section.Kind), section.FocusAreaNumber);
            if (before is { } last && Comparer<(int, int?)>.Default.Compare(last, place) >= 0) yield return new Finding(FindingKind.SectionOrder, false, section.Id, Detail: section.Heading);
            else before = place;
        }
    }

    private static int PlaceOf(SectionKind kind) => kind switch
    {
        SectionKind.Resources => 10,
        SectionKind.Dilemmas => 11,
        SectionKind.DisclosureDecisions => 12,
        SectionKind.Participants => 13,
        _ => (int)kind,
    };
}
