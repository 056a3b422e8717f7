using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// Brings in a version of the scoping paper: a Word or Markdown file, or pasted text, is read, shown with its numbers and focus areas,
/// corrected as text, looked at again and saved. Nothing is kept before that.
/// </summary>
public sealed class NewPaperModel(
    ConsultationList consultations, ScopingPapers papers, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PaperPage
{
    /// <summary>Each part's heading with the focus area chosen for it.</summary>
    [BindProperty]
    public List<PartArea> Parts { get; set; } = [];

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>What would be saved; nothing before a text was read.</summary>
    public IReadOnlyList<Paragraph>? Preview { get; private set; }

    public IReadOnlyList<Choice> Areas { get; private set; } = [];

    /// <summary>Focus areas on which the paper would say nothing.</summary>
    public IReadOnlyList<FocusArea> EmptyAreas => [.. Consultation.FocusAreas.Where(area => Preview?.All(paragraph => paragraph.FocusAreaNumber != area.Number || paragraph.IsHeading) is true).OrderBy(area => area.Number)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    /// <summary>Reads the file, or the text when no file was chosen.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Parts = [];
        var field = Source;
        CheckFile(words);
        if (!HasFile && string.IsNullOrWhiteSpace(Text)) ModelState.AddModelError(nameof(PaperFile), words["New.Nothing"]);
        if (!ModelState.IsValid) return Page();
        try
        {
            if (HasFile) Text = await PaperUpload.ReadAsync(PaperFile!, cancel);
            if (Look() is { Title: { } title }) PaperTitle = PaperText.Plain(title);
            ModelState.Clear();
        }
        catch (PaperRefusedException refusal)
        {
            Refuse(field, refusal, words);
        }
        return Page();
    }

    /// <summary>Looks again, or saves.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        CheckTitle(words);
        try
        {
            var outline = Look();
            if (Then != "save" || !ModelState.IsValid) return Page();
            var number = await papers.AddNextAsync(
                Consultation.Id, LocalizedText.InEnglish(PaperTitle!.Trim()), version => outline.Number(version, [.. Parts.Select(part => part.Number)], Language.English), cancel);
            await audit.AddAsync(User.StaffId(), $"paper version {number} added", Slug, cancel);
            // What changed since the version before is proposed with it; a person looks at it next.
            return Redirect(Url.Content(number > 1 ? $"~/admin/consultations/{Slug}/papers/{number}/changes" : $"~/admin/consultations/{Slug}/papers"));
        }
        catch (PaperRefusedException refusal)
        {
            Refuse(nameof(Text), refusal, words);
            return Page();
        }
    }

    private PaperOutline Look()
    {
        var outline = new PaperOutline(PaperMarkdown.Read(Text ?? ""));
        var guesses = outline.Guess(Consultation.FocusAreas);
        // A heading keeps what was chosen for it while the text around it is corrected.
        var chosen = Parts.GroupBy(part => part.Heading, StringComparer.Ordinal).ToDictionary(same => same.Key, same => new Queue<PartArea>(same), StringComparer.Ordinal);
        Parts = [.. outline.Parts.Select((heading, part) => chosen.GetValueOrDefault(heading)?.TryDequeue(out var kept) is true
            ? new PartArea(heading, Consultation.FocusAreas.Exists(area => area.Number == kept.Number) ? kept.Area : null)
            : new PartArea(heading, guesses[part]?.ToString(CultureInfo.InvariantCulture)))];
        // What was posted for a part may stand at another place now.
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(nameof(Parts), StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        Preview = outline.Number(Guid.Empty, [.. Parts.Select(part => part.Number)], Language.English);
        return outline;
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel) || await consultations.FindAsync(Slug, cancel) is not { } consultation) return false;
        Consultation = consultation;
        var language = CurrentLanguage.Of(HttpContext);
        Areas = [new Choice("", words["New.NoArea"]), .. consultation.FocusAreas.OrderBy(area => area.Number)
            .Select(area => new Choice(area.Number.ToString(CultureInfo.InvariantCulture), $"{area.Number} · {area.Title.In(language).Text}"))];
        return true;
    }
}
