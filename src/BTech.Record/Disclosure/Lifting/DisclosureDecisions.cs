using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Words;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>
/// The annex on disclosure decisions, made as a report is published: how many findings a second person let stand, by category of the reason. No sentence,
/// no reason in words, no name, and the numbers in bands: a single decision that somebody is public by office would send readers looking for that one
/// sentence. It is a section of facts like any other, which every format has without knowing of it.
/// </summary>
internal static class DisclosureDecisions
{
    /// <summary>Adds it in front of the list of participants, with the other annexes. Nothing where nothing was lifted.</summary>
    public static void AddTo(SummaryReport report, IEnumerable<Finding> findings)
    {
        var decisions = findings.Where(finding => finding.IsBlocking).Select(finding => finding.Lifting).OfType<Lifting>().DistinctBy(lifting => lifting.Key())
            .CountBy(lifting => lifting.Category).OrderBy(category => category.Key).ToList();
        if (decisions.Count == 0) return;
        var language = Language.Find(report.Language) ?? Language.English;
        var participants = report.Sections.Find(section => section.Kind == SectionKind.Participants);
        var section = new Section
        {
            Id = Guid.NewGuid(),
            ReportId = report.Id,
            Kind = SectionKind.DisclosureDecisions,
            Heading = Phrases.In(language, "Section.DisclosureDecisions"),
            Order = participants?.Order ?? report.Sections.Count + 1,
        };
        var list = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = 1, Kind = BlockKind.Bullets, Introduction = Phrases.In(language, "Decisions.Introduction") };
        list.Statements.AddRange(decisions.Select((category, index) => new Fact
        {
            Id = Guid.NewGuid(),
            BlockId = list.Id,
            Order = index + 1,
            Text = Phrases.In(language, "Decisions.Line", Phrases.In(language, "Decisions." + category.Key), Phrases.In(language, "Decisions." + DisclosureControl.ForDecisions(category.Value).Band)),
        }));
        section.Blocks.Add(list);
        if (participants is not null) participants.Order++;
        report.Sections.Add(section);
    }
}
