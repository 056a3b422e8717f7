using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Consultations;

/// <summary>Two versions of the scoping paper, paragraph by paragraph and word by word, with the reasons for what changed.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class CompareModel(ConsultationList consultations, PaperChanges changes, SummaryReports reports, ReleasedResponses responses) : PageModel
{
    public Consultation Consultation { get; private set; } = null!;

    public PaperComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public bool HasChanges => Comparison.Lines.Any(line => line.Kind != ChangeKind.Unchanged);

    /// <summary>Whether some of what changed does not exist in the page's language.</summary>
    public bool IsPartlyForeign { get; private set; }

    /// <summary>The public reports on rounds that were held on the older version and to which the project team has responded, by number.</summary>
    public IReadOnlyList<int> Answered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int older, int newer, CancellationToken cancel)
    {
        if (older > newer) return RedirectPermanent(Url.Content($"~/consultations/{Uri.EscapeDataString(slug)}/paper/compare/{newer}/{older}"));
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        if (await changes.FindAsync(consultation.Id, older, newer, cancel) is not { } comparison) return NotFound();
        (Consultation, Comparison) = (consultation, comparison);
        var language = CurrentLanguage.Of(HttpContext);
        IsPartlyForeign = comparison.Lines.Where(line => line.Kind != ChangeKind.Unchanged).Any(line => line.Old.Concat(line.New).Any(paragraph => !paragraph.Text.Has(language)));
        Parts = [.. Split(comparison.Lines)];
        Answered = await AnsweredAsync(cancel);
        return Page();
    }

    /// <summary>The paragraphs' printed numbers; empty for headings.</summary>
    public static string Numbers(IReadOnlyList<Paragraph> paragraphs) => string.Join(", ", paragraphs.Select(paragraph => paragraph.Number).OfType<int>());

    /// <summary>A line's name in addresses, by its newer paragraph; nothing for headings.</summary>
    public static string? Anchor(ComparedParagraphs line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.IsHeading ? null : line.New.Count > 0 ? $"p{line.New[0].Number}" : $"deleted-{line.Old[0].Number}";
    }

    private async Task<IReadOnlyList<int>> AnsweredAsync(CancellationToken cancel)
    {
        var rounds = Consultation.Windows.Where(round => round.PaperVersionId == Comparison.Old.Id).Select(round => round.Id).ToHashSet();
        var answered = new List<int>();
        foreach (var report in (await reports.PublishedAsync(cancel)).Where(report => rounds.Contains(report.WindowId)))
            if (await responses.AreThereAsync(report.Number, cancel)) answered.Add(report.Number);
        return answered;
    }

    // A part begins at each heading; a heading that changed is shown as a change.
    private static IEnumerable<Part> Split(IEnumerable<ComparedParagraphs> lines)
    {
        var part = new Part(null, []);
        foreach (var line in lines)
        {
            if (line.IsHeading && line.New.Count > 0)
            {
                if (part.Items.Count > 0 || part.Heading is not null) yield return part;
                part = new Part(line.New[0].Text, []);
                if (line.Kind == ChangeKind.Unchanged) continue;
            }
            if (line.Kind != ChangeKind.Unchanged) part.Items.Add(new Item(line, 0, 0));
            else if (part.Items is [.., { Line: null } run] && run.Last + 1 == line.New[0].Number) part.Items[^1] = run with { Last = run.Last + 1 };
            else part.Items.Add(new Item(null, line.New[0].Number ?? 0, line.New[0].Number ?? 0));
        }
        if (part.Items.Count > 0 || part.Heading is not null) yield return part;
    }

    /// <summary>What stands under one heading.</summary>
    public sealed record Part(LocalizedText? Heading, List<Item> Items);

    /// <summary>A change, or the numbers of paragraphs in a row that did not change.</summary>
    public sealed record Item(ComparedParagraphs? Line, int First, int Last);
}
