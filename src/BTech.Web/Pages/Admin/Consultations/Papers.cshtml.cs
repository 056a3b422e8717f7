using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The versions of a consultation's scoping paper; the newest can be taken back while no round uses it. For administrators of all windows.</summary>
public sealed class PapersModel(ConsultationList consultations, ScopingPapers papers, PaperChanges changes, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PageModel
{
    [FromRoute]
    public required string Slug { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    public IReadOnlyList<(PaperVersion Paper, int Paragraphs)> Versions { get; private set; } = [];

    /// <summary>How many changes of a version a person should look at, by the version's number.</summary>
    public IReadOnlyDictionary<int, int> Doubtful { get; private set; } = new Dictionary<int, int>();

    /// <summary>Whether the box was ticked that says that a version really is to go: with it go its languages and what was decided about its changes.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>The number of the version before; nothing for the first.</summary>
    public int? Before(PaperVersion paper) => Versions.Select(version => version.Paper.Number).Where(number => number < paper.Number).Select(number => (int?)number).FirstOrDefault();

    /// <summary>The numbers of the rounds on a version.</summary>
    public IReadOnlyList<int> RoundsOn(PaperVersion paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return [.. Consultation.Windows.Where(window => window.PaperVersionId == paper.Id).Select(window => window.Number).Order()];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), words["Papers.SureMissing"]);
            return Page();
        }
        var (paper, _) = Versions.FirstOrDefault(version => version.Paper.Number == number);
        var outcome = paper is null ? Removal.Gone : await papers.RemoveAsync(paper.Id, cancel);
        if (outcome != Removal.Done)
        {
            ModelState.AddModelError("", words[outcome == Removal.Gone ? "Papers.Gone" : "Papers.InUse"]);
            // Somebody else was here meanwhile: what is shown is what there is now.
            return await ReadAsync(cancel) ? Page() : NotFound();
        }
        await audit.AddAsync(User.StaffId(), $"paper version {number} removed", Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}/papers"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel) || await consultations.FindAsync(Slug, cancel) is not { } consultation) return false;
        Consultation = consultation;
        Versions = await papers.ListAsync(consultation.Id, cancel);
        Doubtful = await changes.DoubtfulAsync(consultation.Id, cancel);
        return true;
    }
}
