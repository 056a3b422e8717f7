using BTech.Record.Reports;

namespace BTech.Web.Pages.Moderate;

/// <summary>Where something that a check found is mended.</summary>
internal static class FindingPlace
{
    /// <summary>Address of the form in which it stands.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="report">The report.</param>
    /// <param name="at">Address of the report's page.</param>
    public static string AddressOf(Finding finding, SummaryReport report, string at)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(report);
        if (finding.Kind is FindingKind.PassagesLeft) return at + "/passages";
        if (report.Sections.Find(section => section.Id == finding.SectionId) is { } section)
            return FormattableString.Invariant($"{at}/sections/{section.Order}") + (finding.StatementId is { } statement ? $"#s-{statement}" : finding.BlockId is { } block ? $"#b-{block}" : "");
        return at + (finding.IsCorrectionNote ? "#correction" : finding.Footnote is not null ? "#footnotes" : finding.Sentence is not null ? "#head" : "");
    }

    /// <summary>Heading of the section in which it stands; nothing where it is about the whole.</summary>
    public static string? SectionOf(Finding finding, SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(report);
        return report.Sections.Find(section => section.Id == finding.SectionId)?.Heading;
    }
}
