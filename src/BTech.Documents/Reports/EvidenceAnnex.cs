using System.Globalization;
using BTech.Record.Reports;
using BTech.Record.Words;

namespace BTech.Documents.Reports;

/// <summary>
/// The last section of a published report: for each key point in which bands readers are told what stands behind it, a table for each section. It stands
/// apart from the sentences, so that they read as they were written, and in every file alike.
/// </summary>
internal static class EvidenceAnnex
{
    /// <summary>The section's name in addresses.</summary>
    public const string Anchor = "behind";

    /// <summary>The annex; nothing where nothing was told, as in a draft or a meeting's report.</summary>
    public static IEnumerable<ReportSection> Of(ReportDocument document)
    {
        var sections = document.Report.Sections.Where(Tells).OrderBy(section => section.Order).ToList();
        if (sections.Count == 0) yield break;
        string Words(string key) => PlainWords.Of(Phrases.In(document.Language, "Evidence." + key));
        string[] header = [Words("Statement"), Words("Participants"), Words("Groups"), Words("OtherViews")];
        yield return new ReportSection(Anchor, Words("Heading"),
        [
            new ReportParagraph([new InlineText.Run(Words("Text"))]),
            .. sections.Select(section => new ReportTable(AnchorOf(section), PlainWords.Of(section.Heading), header,
            [
                .. PointsOf(section).Select(point => new ReportRow(Name(point),
                [
                    Words("Band." + point.Told!.Participants),
                    Words(point.Told.AreOfSeveralGroups ? "Several" : "Band.None"),
                    Words(point.Told.HaveOtherViews ? "Recorded" : "Band.None"),
                ], document.Points[point.Id])),
            ])),
        ]);
    }

    /// <summary>Whether anything is told of a section's statements.</summary>
    public static bool Tells(Section section) => PointsOf(section).Any();

    /// <summary>The name of a section's table.</summary>
    public static string AnchorOf(Section section) => string.Create(CultureInfo.InvariantCulture, $"{Anchor}-{section.Order}");

    private static IEnumerable<KeyPoint> PointsOf(Section section) =>
        section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(statement => statement.Order)).OfType<KeyPoint>().Where(point => point.Told is not null);

    // The key phrase is enough to find the sentence again.
    private static string Name(KeyPoint point)
    {
        var text = PlainWords.Of(point.Text);
        return InlineText.KeyPhrases(text).FirstOrDefault(phrase => phrase.Trim().Length > 0) ?? InlineText.Plain(text);
    }
}
