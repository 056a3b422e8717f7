using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace BTech.Web.Pages.Consultations;

/// <summary>The scoping paper by focus area, every paragraph with a number that can be linked to and, in an open window, commented on.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPage.Policy)]
public sealed class PaperModel(ConsultationList consultations, ScopingPapers papers, TimeProvider clock) : PageModel
{
    public Consultation Consultation { get; private set; } = null!;

    public PaperVersion Paper { get; private set; } = null!;

    public IReadOnlyList<int> Versions { get; private set; } = [];

    /// <summary>The number of the version before this one; nothing for the first.</summary>
    public int? Before => Versions.Where(number => number < Paper.Number).Select(number => (int?)number).LastOrDefault();

    /// <summary>The round in which this version may be commented on now.</summary>
    public CommentWindow? Commentable { get; private set; }

    /// <summary>The number of the version on which comments are asked now; nothing while no round is open.</summary>
    public int? CommentedOn { get; private set; }

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    /// <summary>Whether some of the paper does not exist in the page's language.</summary>
    public bool IsPartlyForeign { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int? version, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } consultation) return NotFound();
        var now = clock.GetUtcNow();
        // Without a number: what is commented on now, and only where nothing is, the newest.
        var open = consultation.Windows.FirstOrDefault(window => window.PaperVersionId is not null && window.StateAt(now) == WindowState.Open);
        var asked = open is null ? null : await papers.FindAsync(open.PaperVersionId!.Value, cancel);
        if ((version is null && asked is not null ? asked : await papers.FindAsync(consultation.Id, version, cancel)) is not { } paper) return NotFound();
        var language = CurrentLanguage.Of(HttpContext);
        (Consultation, Paper) = (consultation, paper);
        Versions = await papers.NumbersAsync(consultation.Id, cancel);
        Commentable = asked?.Id == paper.Id ? open : null;
        CommentedOn = asked?.Number;
        IsPartlyForeign = paper.Paragraphs.Any(paragraph => !paragraph.Text.Has(language));
        Parts = [.. Split(paper.Paragraphs, consultation.FocusAreas)];
        return Page();
    }

    private static IEnumerable<Part> Split(IEnumerable<Paragraph> paragraphs, IReadOnlyList<FocusArea> areas)
    {
        Part? part = null;
        foreach (var paragraph in paragraphs)
        {
            if (part is null || part.Area?.Number != paragraph.FocusAreaNumber)
            {
                if (part is not null) yield return part;
                var area = areas.FirstOrDefault(found => found.Number == paragraph.FocusAreaNumber);
                part = new Part(area, paragraph.IsHeading ? paragraph.Text : area?.Title, []);
                // The heading that opens a part becomes the part's own.
                if (paragraph.IsHeading) continue;
            }
            part.Paragraphs.Add(paragraph);
        }
        if (part is not null) yield return part;
    }

    /// <summary>The paragraphs of one focus area, or those before, between and after the areas.</summary>
    public sealed record Part(FocusArea? Area, LocalizedText? Heading, List<Paragraph> Paragraphs);
}
