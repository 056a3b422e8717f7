using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The focus areas of a consultation in their order.</summary>
public sealed class FocusAreasModel(
    ConsultationList consultations, FocusAreaList areas, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Setup> words)
    : ConsultationPage(consultations, assignments)
{
    private const int LongestTitle = 200;
    private const int LongestShortTitle = 40;

    /// <summary>Title of an area to add, in English.</summary>
    [BindProperty]
    public string? NewTitle { get; set; }

    public bool CanBeMoved => !Consultation.HasBegun;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var title = NewTitle?.Trim() ?? "";
        if (title.Length is 0 or > LongestTitle)
        {
            ModelState.AddModelError(nameof(NewTitle), words["Areas.TitleMissing", LongestTitle]);
            return Page();
        }
        // A form sent twice adds one area.
        if (Consultation.FocusAreas.Exists(area => area.Title.ToString() == title)) return ToAreas();
        var shortTitle = title.Length <= LongestShortTitle ? title : title[..LongestShortTitle];
        return await AnswerAsync(await areas.AddAsync(Consultation.Id, LocalizedText.InEnglish(title), LocalizedText.InEnglish(shortTitle), cancel), nameof(NewTitle), "focus area added", cancel);
    }

    public async Task<IActionResult> OnPostUpAsync(int number, CancellationToken cancel) =>
        await FindAsync(cancel) ? await AnswerAsync(await areas.MoveUpAsync(Consultation.Id, number, cancel), "", "focus area moved", cancel) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(int number, CancellationToken cancel) =>
        await FindAsync(cancel) ? await AnswerAsync(await areas.RemoveAsync(Consultation.Id, number, cancel), "", "focus area removed", cancel) : NotFound();

    private async Task<IActionResult> AnswerAsync(FocusAreaOutcome outcome, string field, string action, CancellationToken cancel)
    {
        if (outcome != FocusAreaOutcome.Done)
        {
            ModelState.AddModelError(field, words[$"Areas.Refused.{outcome}"]);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), action, Slug, cancel);
        return ToAreas();
    }

    private RedirectResult ToAreas() => Redirect(Url.Content($"~/admin/consultations/{Slug}/focus-areas"));
}
