using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Sealing;
using BTech.Record.Words;

namespace BTech.Record.Reports;

/// <summary>
/// The sections that every Summary Report has, filled with what follows from facts: dates, groups, focus areas, the Rule,
/// the wording scale. Messages, points and commitments are left to the project team.
/// </summary>
internal sealed class StandardSections(SummaryReport report, Consultation consultation, CommentWindow window, Language language)
{
    /// <summary>
    /// Numbers and groups are those that the seal page told. Counted anew, they would differ from it by whoever was set aside or withdrew.
    /// </summary>
    public void Fill(SealPage? seal)
    {
        var introduction = Add(SectionKind.Introduction, Phrases.In(language, "Section.Introduction"));
        Paragraph(introduction, Dates(), GroupsPresent(consultation, seal?.Labels ?? [], language), Phrases.In(language, "Introduction.List"));
        if (!consultation.Purpose.IsEmpty) Paragraph(introduction, Phrases.In(language, "Introduction.Purpose", Words(consultation.Purpose)));
        Bullets(introduction, Phrases.In(language, "Introduction.Areas"),
            [.. Areas().Select(area => Phrases.In(language, "Introduction.Area", area.Number, Words(area.Title)))]);
        Paragraph(introduction, Phrases.In(language, "Introduction.Limits"), Phrases.In(language, "Introduction.Rule"));
        Paragraph(introduction, Phrases.In(language, "Introduction.Contact", consultation.Contact));

        var howToRead = Add(SectionKind.HowToRead, Phrases.In(language, "Section.HowToRead"));
        Bullets(howToRead, Phrases.In(language, "HowToRead.Scale"), [.. WordingScale.In(language)]);
        // At a meeting nobody was asked: its words are as recorded.
        if (!report.IsMeeting) Paragraph(howToRead, Phrases.In(language, "HowToRead.Quotations"));

        var participation = Add(SectionKind.Participation, Phrases.In(language, "Section.Participation"));
        Paragraph(participation, Phrases.In(language, "Participation." + (seal?.Contributors.Band ?? Band.None)), Phrases.In(language, "Participation.Bands"));
        // Which share that is, is written as the report is published. Of a meeting nothing is coded.
        if (!report.IsMeeting) Paragraph(participation, Phrases.In(language, "Participation.OnFile"));

        Add(SectionKind.OverarchingMessages, Phrases.In(language, "Section.OverarchingMessages"));
        foreach (var area in Areas())
            Add(SectionKind.FocusArea, Phrases.In(language, "Section.FocusArea", area.Number, area.Title.In(language).Text), area.Number);

        var nextSteps = Add(SectionKind.NextSteps, Phrases.In(language, "Section.NextSteps"));
        var thanks = NewBlock(nextSteps, BlockKind.Paragraph, null);
        thanks.Statements.Add(new HostNote
        {
            Id = Guid.NewGuid(),
            BlockId = thanks.Id,
            Order = 1,
            Text = Phrases.In(language, "NextSteps.Thanks", Words(consultation.HostLabel)),
        });
        Add(SectionKind.Participants, Phrases.In(language, "Section.Participants"));
    }

    public static string EventLine(Consultation consultation, CommentWindow window, Language language) => Phrases.In(language, "Report.EventLine",
        InlineText.Escape(consultation.Title.In(language).Text), InlineText.Escape(window.Title.In(language).Text),
        Date(window.OpensAt, window.Zone, language), Date(window.ClosesAt, window.Zone, language));

    private static string Date(DateTimeOffset instant, string zone, Language language) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone))
            .ToString(Phrases.In(language, "Date.Pattern"), CultureInfo.GetCultureInfo(language.Code));

    private string Dates() => Phrases.In(language, "Introduction.Dates", Date(window.OpensAt, window.Zone, language),
        Date(window.ClosesAt, window.Zone, language), Words(consultation.Host), Words(consultation.Title));

    /// <summary>The sentence on the groups that the seal page named; empty where it named none.</summary>
    public static string GroupsPresent(Consultation consultation, IReadOnlyCollection<string> labels, Language language)
    {
        var names = consultation.Groups.Where(group => labels.Contains(group.Label)).Select(group => group.Name)
            .Concat(consultation.Groups.Where(group => labels.Contains(group.Family) && !labels.Contains(group.Label)).DistinctBy(group => group.Family).Select(group => group.FamilyName))
            .Select(name => Words(name, language)).ToList();
        return names is [] ? string.Empty : Phrases.In(language, "Introduction.Groups", Joined(names, language));
    }

    private static string Joined(List<string> names, Language language) => names is [.. var first, var last]
        ? first is [] ? last : Phrases.In(language, "List.Two", first.Aggregate((left, right) => Phrases.In(language, "List.Join", left, right)), last)
        : string.Empty;

    private IEnumerable<FocusArea> Areas() => consultation.FocusAreas.OrderBy(area => area.Number);

    private string Words(LocalizedText text) => Words(text, language);

    private static string Words(LocalizedText text, Language language) => InlineText.Escape(text.In(language).Text);

    private Section Add(SectionKind kind, string heading, int? area = null)
    {
        var section = new Section
        {
            Id = Guid.NewGuid(),
            ReportId = report.Id,
            Kind = kind,
            FocusAreaNumber = area,
            Heading = heading,
            Order = report.Sections.Count + 1,
        };
        report.Sections.Add(section);
        return section;
    }

    private static Block NewBlock(Section section, BlockKind kind, string? introduction)
    {
        var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = section.Blocks.Count + 1, Kind = kind, Introduction = introduction };
        section.Blocks.Add(block);
        return block;
    }

    private static void Paragraph(Section section, params IReadOnlyList<string> facts) => Facts(NewBlock(section, BlockKind.Paragraph, null), facts);

    private static void Bullets(Section section, string introduction, IReadOnlyList<string> facts) =>
        Facts(NewBlock(section, BlockKind.Bullets, introduction), facts);

    private static void Facts(Block block, IReadOnlyList<string> facts)
    {
        foreach (var fact in facts.Where(fact => fact.Length > 0))
            block.Statements.Add(new Fact { Id = Guid.NewGuid(), BlockId = block.Id, Order = block.Statements.Count + 1, Text = fact });
    }
}
