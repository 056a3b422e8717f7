using BTech.Agenda.Consultations;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;

namespace BTech.Record.Responses;

/// <summary>
/// Reads the reasons by the rules of the report itself: they are the project team's own words, and nobody is behind them. So they may name nobody, repeat
/// nobody, and say of no one how many asked; the report does that, held to its numbers. Nor may they tell of an offer: each stands beside a view.
/// </summary>
internal sealed class ResponseLint(ReportLint lint)
{
    private static readonly SupportedClaims Nobody = new(new Dictionary<Guid, PointBacking>(), final: null, onImports: new HashSet<Guid>());

    /// <summary>What was found in the reasons; <see cref="Finding.StatementId"/> is the point's lineage.</summary>
    public Task<IReadOnlyList<Finding>> FindAsync(SummaryReport report, IEnumerable<Response> responses, Consultation consultation, LintSources sources, CancellationToken cancel) =>
        lint.FindAsync(AsReport(report, responses), consultation, sources, Nobody, cancel);

    // Stored nowhere: the rules read reports, so the reasons stand in one, each in a paragraph of its own.
    private static SummaryReport AsReport(SummaryReport about, IEnumerable<Response> responses)
    {
        var report = new SummaryReport
        {
            Id = Guid.NewGuid(), Number = about.Number, Version = about.Version, ConsultationId = about.ConsultationId, WindowId = about.WindowId, IsMeeting = about.IsMeeting,
            Language = about.Language, Title = "", EventLine = "",
        };
        var section = new Section { Id = Guid.NewGuid(), ReportId = report.Id, Kind = SectionKind.NextSteps, Heading = "", Order = 1 };
        foreach (var response in responses.Where(response => response.Reason.Length > 0))
        {
            var block = new Block { Id = Guid.NewGuid(), SectionId = section.Id, Order = section.Blocks.Count + 1, Kind = BlockKind.Paragraph };
            // Without words: what stands beside a reason is the point, and the rules on what may not stand beside a view look for one.
            block.Statements.Add(new KeyPoint { Id = Guid.NewGuid(), BlockId = block.Id, Order = 2, Text = "" });
            block.Statements.Add(new HostNote { Id = response.LineageId, BlockId = block.Id, Order = 1, Text = InlineText.Escape(response.Reason) });
            section.Blocks.Add(block);
        }
        report.Sections.Add(section);
        return report;
    }
}
