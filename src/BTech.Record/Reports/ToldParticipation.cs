using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Words;

namespace BTech.Record.Reports;

/// <summary>
/// The numbers of a report's introduction are those of the seal page, in every version and for each round its own: the product's sentences on how many
/// took part and from which groups may be left out, but none of them may say something else. Two answers at two times would tell who went between them.
/// </summary>
internal static class ToldParticipation
{
    // No words have it, so that it shows where the names of the groups stand in their sentence.
    private const string Names = "\u0001";

    /// <summary>The sentences that tell otherwise, in reading order.</summary>
    public static IEnumerable<Finding> Find(SummaryReport report, Consultation consultation, ToldAtTheSeal? told)
    {
        if (told is null) yield break;
        var language = Language.Find(report.Language) ?? Language.English;
        var others = Enum.GetValues<Band>().Where(band => band is not Band.None && band != told.Contributors).Select(band => Phrases.In(language, "Participation." + band)).ToHashSet(StringComparer.Ordinal);
        var groups = StandardSections.GroupsPresent(consultation, told.Labels, language);
        var around = Phrases.In(language, "Introduction.Groups", Names).Split(Names);
        foreach (var section in report.Sections.OrderBy(section => section.Order))
            foreach (var fact in section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(one => one.Order)).OfType<Fact>())
                if (others.Contains(fact.Text)
                    || (fact.Text != groups && fact.Text.StartsWith(around[0], StringComparison.Ordinal) && fact.Text.EndsWith(around[^1], StringComparison.Ordinal)))
                    yield return new Finding(FindingKind.ParticipationDiffers, true, section.Id, fact.Id);
    }
}
