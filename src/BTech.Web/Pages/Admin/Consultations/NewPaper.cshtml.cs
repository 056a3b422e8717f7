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
/// corrected as one text or piece by piece, looked at again and saved. Nothing is kept before that.
/// </summary>
public sealed class NewPaperModel(
    ConsultationList consultations, ScopingPapers papers, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PaperPage
{
    /// <summary>Each part's heading with the focus area chosen for it.</summary>
    [BindProperty]
    public List<PartArea> Parts { get; set; } = [];

    /// <summary>The same text as pieces with fields of their own.</summary>
    [BindProperty]
    public PiecesForm Pieces { get; set; } = new();

    /// <summary>Whether it is corrected piece by piece.</summary>
    public bool IsByPieces { get; private set; }

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>What would be saved; nothing before a text was read.</summary>
    public IReadOnlyList<Paragraph>? Preview { get; private set; }

    public IReadOnlyList<Choice> Areas { get; private set; } = [];

    /// <summary>What a piece can be.</summary>
    public IReadOnlyList<Choice> Kinds => [.. Enumerable.Range(0, 3).Select(kind => new Choice(kind.ToString(CultureInfo.InvariantCulture), words[$"Pieces.Kind.{kind}"]))];

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
        if (Then != "pieces") CheckTitle(words);
        try
        {
            var outline = Look();
            if (Then == "pieces")
            {
                ShowPieces(PaperDraft.Of(outline, [.. Parts.Select(part => part.Number)]), 1);
                return Page();
            }
            if (Then != "save" || !ModelState.IsValid) return Page();
            return await SaveAsync(version => outline.Number(version, [.. Parts.Select(part => part.Number)], Language.English), cancel);
        }
        catch (PaperRefusedException refusal)
        {
            Refuse(nameof(Text), refusal, words);
            return Page();
        }
    }

    /// <summary>Takes what was corrected on one page of pieces, then shows a page, the text as one, or saves.</summary>
    public async Task<IActionResult> OnPostPiecesAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        // Not a form of ours: the text is given back.
        if (!Pieces.TakeUp(Text)) return new KeptText();
        IsByPieces = true;
        if (Then == "save") CheckTitle(words);
        try
        {
            var (draft, refusals) = Pieces.Draft.With(Pieces.Edits([.. Consultation.FocusAreas.Select(area => area.Number)]));
            foreach (var refusal in refusals)
                ModelState.AddModelError($"{nameof(Pieces)}.{nameof(PiecesForm.Lines)}[{refusal.At - Pieces.First}].{(refusal.Fault == PieceFault.NothingBefore ? nameof(PieceLine.Joins) : nameof(PieceLine.Text))}", words[$"Pieces.Fault.{refusal.Fault}"]);
            if (draft is null || !ModelState.IsValid) return Page();
            if (Then == "save") return await SaveAsync(version => draft.Number(version, Language.English), cancel);
            if (Then == "text") ShowText(draft);
            else ShowPieces(draft, Then?.Split('-') is ["sheet", var sheet] && int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : Pieces.Sheet);
        }
        catch (PaperRefusedException refusal)
        {
            Refuse("", refusal, words);
        }
        return Page();
    }

    private void ShowPieces(PaperDraft draft, int sheet)
    {
        ModelState.Clear();
        IsByPieces = true;
        Pieces.Show(draft, sheet);
        Preview = draft.Number(Guid.Empty, Language.English);
        Text = draft.Text;
    }

    private void ShowText(PaperDraft draft)
    {
        // Whatever is wrong with it as one text is said before the pieces are left.
        _ = new PaperOutline(PaperMarkdown.Read(draft.Markdown));
        ModelState.Clear();
        IsByPieces = false;
        Text = draft.Markdown;
        Parts = [.. draft.Parts.Select(part => new PartArea(part.Heading, part.Area?.ToString(CultureInfo.InvariantCulture)))];
        Look();
    }

    private async Task<IActionResult> SaveAsync(Func<Guid, IReadOnlyList<Paragraph>> paragraphs, CancellationToken cancel)
    {
        var number = await papers.AddNextAsync(Consultation.Id, LocalizedText.InEnglish(PaperTitle!.Trim()), paragraphs, cancel);
        await audit.AddAsync(User.StaffId(), $"paper version {number} added", Slug, cancel);
        // What changed since the version before is proposed with it; a person looks at it next.
        return Redirect(Url.Content(number > 1 ? $"~/admin/consultations/{Slug}/papers/{number}/changes" : $"~/admin/consultations/{Slug}/papers"));
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
