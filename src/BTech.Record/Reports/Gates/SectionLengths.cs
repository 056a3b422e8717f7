namespace BTech.Record.Reports.Gates;

/// <summary>Point 11: a focus area takes 150 to 600 words, and none more than two and a half times another's unless it was addressed by so many more.</summary>
internal static class SectionLengths
{
    /// <summary>Fewest words.</summary>
    public const int Fewest = 150;

    /// <summary>Most words.</summary>
    public const int Most = 600;

    private const double Uneven = 2.5;

    /// <summary>The sections that are too short, too long, or long beside others.</summary>
    /// <param name="report">The report.</param>
    /// <param name="addressed">How many addressed a focus area, by its number; empty where nobody is counted.</param>
    public static IEnumerable<Finding> Find(SummaryReport report, IReadOnlyDictionary<int, int> addressed)
    {
        var areas = report.Sections.Where(section => section.Kind == SectionKind.FocusArea && section.Blocks.Count > 0).OrderBy(section => section.Order)
            .Select(section => (Section: section, Words: ReportForm.Words(ReportForm.Texts(section)))).ToList();
        foreach (var (section, words) in areas)
        {
            if (words is < Fewest or > Most) yield return new Finding(FindingKind.SectionLength, false, section.Id, Detail: words.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (areas.Exists(other => words > Uneven * other.Words && !IsAddressedByMore(section, other.Section, addressed))) yield return new Finding(FindingKind.SectionsUneven, false, section.Id);
        }
    }

    private static bool IsAddressedByMore(Section one, Section other, IReadOnlyDictionary<int, int> addressed) =>
        one.FocusAreaNumber is { } area && other.FocusAreaNumber is { } than && addressed.GetValueOrDefault(area) > Uneven * addressed.GetValueOrDefault(than);
}
