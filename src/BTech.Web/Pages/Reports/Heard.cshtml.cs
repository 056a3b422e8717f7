using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Reports;

/// <summary>
/// What was heard and what was changed: each key point of the published report with the project team's response, and what became of each paragraph of the
/// paper. 404 as long as no responses are released, 410 once the report is withdrawn.
/// </summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class HeardModel(SummaryReports reports, CommentWindows windows, ReleasedResponses responses, PaperChanges changes) : PublicReportPage(reports, windows)
{
    private PaperSince _paper = PaperSince.Nothing;

    public SummaryReport Report => Found;

    public string Slug => Window.Consultation.Slug;

    /// <summary>The language in which report and reasons are written.</summary>
    public Language Written => Language.Find(Found.Language) ?? Language.English;

    /// <summary>The sections with key points.</summary>
    public IReadOnlyList<HeardSection> Chapters { get; private set; } = [];

    /// <summary>The version that was commented on beside the newest; nothing where there is no newer one.</summary>
    public PaperComparison? Comparison => _paper.Comparison;

    /// <summary>By paragraph of the older version, in which band those were who commented on it; none where nobody could be counted.</summary>
    public IReadOnlyDictionary<int, PublicCount> Comments { get; private set; } = new Dictionary<int, PublicCount>();

    /// <summary>What became of the paragraphs; headings are left out.</summary>
    public IEnumerable<ComparedParagraphs> Fates => Comparison?.Lines.Where(line => !line.IsHeading) ?? [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (await FindAsync(number, null, cancel) is { } nothing) return nothing;
        var told = await responses.OfReportAsync(number, cancel);
        if (told.Count == 0) return NotFound();
        _paper = await changes.SinceAsync(Window.PaperVersionId, cancel);
        Comments = await responses.CommentsAsync(number, cancel);
        var place = 0;
        Chapters =
        [
            .. Found.Sections.OrderBy(section => section.Order).Select(section => new HeardSection(section.Heading,
            [
                .. section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(statement => statement.Order)).OfType<KeyPoint>()
                    .Select(point => new HeardPoint(++place, point.Text, told.GetValueOrDefault(point.LineageId))),
            ])).Where(section => section.Points.Count > 0),
        ];
        return Page();
    }

    /// <summary>The points whose responses name a paragraph that is one of this line's in the newest version, or has become one since.</summary>
    public IEnumerable<HeardPoint> AnsweredBy(ComparedParagraphs line) => Chapters.SelectMany(section => section.Points)
        .Where(point => point.Response is { PaperVersion: { } version, Paragraph: { } paragraph } && _paper.Now(version, paragraph).Any(now => line.New.Any(one => one.Number == now)));

    /// <summary>The strongest band of the paragraphs of a line.</summary>
    public Band BandOf(ComparedParagraphs line) => line.Old.Select(paragraph => paragraph.Number is { } number && Comments.TryGetValue(number, out var count) ? count.Band : Band.None).DefaultIfEmpty().Max();
}
