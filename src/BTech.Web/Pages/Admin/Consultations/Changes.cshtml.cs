using BTech.Agenda.Comparing;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// What became of each paragraph since the version before: proposed when the version was saved, decided here. Saving decides every line on the
/// page. For administrators of all windows.
/// </summary>
public sealed class ChangesModel(
    ConsultationList consultations, ScopingPapers papers, PaperChanges changes, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PageModel
{
    private const int LinesOfASheet = 25;
    private const int LongestReason = 500;

    [FromRoute]
    public required string Slug { get; set; }

    [FromRoute]
    public int Number { get; set; }

    /// <summary>Which paragraphs are asked about; those in doubt when nothing is said and there are any.</summary>
    [BindProperty(SupportsGet = true)]
    public ChangesShown? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    /// <summary>Code of the language in which reasons are shown and typed; English when it is none of the six.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reasons { get; set; }

    /// <summary>The language in which reasons are shown and typed; what they say in the others stays.</summary>
    public Language ReasonLanguage => Language.Find(Reasons ?? "") ?? Language.English;

    [BindProperty]
    public List<ChangeLine> Lines { get; set; } = [];

    /// <summary>The version and its corrections as they were when the form was made.</summary>
    [BindProperty]
    public Guid VersionId { get; set; }

    [BindProperty]
    public int Corrections { get; set; }

    public PaperComparison Comparison { get; private set; } = null!;

    public int Sheets { get; private set; } = 1;

    public int DoubtfulCount => Comparison.Lines.Count(line => line.IsDoubtful && !line.IsHeading);

    /// <summary>What belongs together with a line's paragraph.</summary>
    public ComparedParagraphs About(ChangeLine line) =>
        Comparison.Lines.First(compared => (line.IsNewer ? compared.New : compared.Old).Any(paragraph => paragraph.Number == line.Number));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show ??= DoubtfulCount > 0 ? ChangesShown.Doubtful : ChangesShown.Changed;
        List<ChangeLine> lines = [.. Comparison.Lines.Where(IsShown).SelectMany(Asked)];
        Sheets = Math.Max(1, (lines.Count + LinesOfASheet - 1) / LinesOfASheet);
        Sheet = Math.Clamp(Sheet, 1, Sheets);
        Lines = [.. lines.Skip((Sheet - 1) * LinesOfASheet).Take(LinesOfASheet)];
        (VersionId, Corrections) = (Comparison.New.Id, Comparison.New.Corrections);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var found = await FindAsync(cancel);
        if (!found && !await IsAdministratorAsync(cancel)) return NotFound();
        // Taken back, and perhaps another put in its place, since the form was made: the reasons that were typed are given back.
        if (!found || Comparison.New.Id != VersionId) return new KeptText();
        Lines = [.. Lines.Where(IsThere)];
        var decisions = Lines.Select((line, at) => Read(line, at)).ToList();
        if (ModelState.IsValid && await changes.DecideAsync(VersionId, Corrections, decisions, cancel))
        {
            await audit.AddAsync(User.StaffId(), $"paper version {Number}: changes decided", Slug, cancel);
            return Redirect(Url.Content($"~/admin/consultations/{Slug}/papers/{Number}/changes?show={(Show ?? ChangesShown.Changed).ToString().ToLowerInvariant()}&sheet={Sheet}&reasons={ReasonLanguage.Code}"));
        }
        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", words["Changes.Meanwhile"]);
            if (!await FindAsync(cancel)) return new KeptText();
        }
        Corrections = Comparison.New.Corrections;
        return Page();
    }

    private Decision Read(ChangeLine line, int at)
    {
        var (here, there) = line.IsNewer ? (Comparison.New, Comparison.Old) : (Comparison.Old, Comparison.New);
        var (numbers, wrong) = ParagraphNumbers.Read(line.Others);
        wrong ??= numbers.Where(number => !there.Paragraphs.Exists(paragraph => paragraph.Number == number)).Select(number => $"{number}").FirstOrDefault();
        if (wrong is not null) ModelState.AddModelError($"Lines[{at}].Others", words["Changes.NoParagraph", there.Number, wrong]);
        if (line.Reason?.Trim().Length > LongestReason) ModelState.AddModelError($"Lines[{at}].Reason", words["Changes.ReasonTooLong", LongestReason]);
        return new Decision(
            here.Paragraphs.Single(paragraph => paragraph.Number == line.Number).Id, line.IsNewer,
            [.. there.Paragraphs.Where(paragraph => paragraph.Number is { } number && numbers.Contains(number)).Select(paragraph => paragraph.Id)],
            Reason(line));
    }

    // In the language of the page's choice; the other languages keep what they say.
    private LocalizedText Reason(ChangeLine line)
    {
        var others = (About(line).Reasons is [var first, ..] ? first : LocalizedText.Empty).ByCode.Where(text => text.Key != ReasonLanguage.Code);
        return new LocalizedText(string.IsNullOrWhiteSpace(line.Reason) ? others : others.Append(new(ReasonLanguage.Code, line.Reason.Trim())));
    }

    private bool IsThere(ChangeLine line) => (line.IsNewer ? Comparison.New : Comparison.Old).Paragraphs.Exists(paragraph => paragraph.Number == line.Number);

    private bool IsShown(ComparedParagraphs line) => !line.IsHeading && Show switch
    {
        ChangesShown.Doubtful => line.IsDoubtful,
        ChangesShown.Changed => line.Kind != ChangeKind.Unchanged,
        _ => true,
    };

    private IEnumerable<ChangeLine> Asked(ComparedParagraphs line)
    {
        var reason = line.Reasons.Select(text => text.ByCode.GetValueOrDefault(ReasonLanguage.Code)).FirstOrDefault();
        return line.New.Count > 0
            ? line.New.Select(paragraph => new ChangeLine { IsNewer = true, Number = paragraph.Number ?? 0, Others = string.Join(", ", line.Old.Select(old => old.Number)), Reason = reason })
            : line.Old.Select(paragraph => new ChangeLine { Number = paragraph.Number ?? 0, Reason = reason });
    }

    private async Task<bool> IsAdministratorAsync(CancellationToken cancel) => await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await IsAdministratorAsync(cancel) || await consultations.FindAsync(Slug, cancel) is not { } consultation) return false;
        var before = (await papers.NumbersAsync(consultation.Id, cancel)).Where(number => number < Number).DefaultIfEmpty(0).Max();
        if (before == 0 || await changes.FindAsync(consultation.Id, before, Number, cancel) is not { } comparison) return false;
        Comparison = comparison;
        return true;
    }
}
