using BTech.Agenda.Consultations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>One focus area: its titles, the questions beside the text box, whom its outcome is for and what is to come of it.</summary>
public sealed class EditAreaModel(
    ConsultationList consultations, FocusAreaList areas, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Setup> setup)
    : ConsultationPage(consultations, assignments)
{
    private readonly InlineValidator<EditAreaModel> _validator = new()
    {
        page => page.NeedsEnglish(nameof(AreaTitle), p => p.AreaTitle, () => setup["Area.EnglishMissing"]),
        page => page.NeedsEnglish(nameof(ShortTitle), p => p.ShortTitle, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(200, nameof(AreaTitle), p => p.AreaTitle, () => words["Form.TooLong", 200]),
        page => page.HoldsAtMost(40, nameof(ShortTitle), p => p.ShortTitle, () => words["Form.TooLong", 40]),
        page => page.HoldsAtMost(2000, nameof(Questions), p => p.Questions, () => words["Form.TooLong", 2000]),
        page => page.HoldsAtMost(200, nameof(Audience), p => p.Audience, () => words["Form.TooLong", 200]),
        page => page.HoldsAtMost(200, nameof(Deliverable), p => p.Deliverable, () => words["Form.TooLong", 200]),
    };

    [FromRoute]
    public int Number { get; set; }

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; set; }

    [BindProperty]
    public Dictionary<string, string?> AreaTitle { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> ShortTitle { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Questions { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Audience { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Deliverable { get; set; } = [];

    [BindProperty]
    public bool IsCrossCutting { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Consultation.FocusAreas.Find(one => one.Number == Number) is not { } area) return NotFound();
        AreaTitle = LocalizedForm.Fields(area.Title);
        ShortTitle = LocalizedForm.Fields(area.ShortTitle);
        Questions = LocalizedForm.Fields(area.Questions);
        Audience = LocalizedForm.Fields(area.Audience);
        Deliverable = LocalizedForm.Fields(area.Deliverable);
        IsCrossCutting = area.IsCrossCutting;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var outcome = await areas.ChangeAsync(Consultation.Id, Number, area =>
        {
            (area.Title, area.ShortTitle, area.Questions) = (LocalizedForm.Text(AreaTitle), LocalizedForm.Text(ShortTitle), LocalizedForm.Text(Questions));
            (area.Audience, area.Deliverable, area.IsCrossCutting) = (LocalizedForm.Text(Audience), LocalizedForm.Text(Deliverable), IsCrossCutting);
        }, cancel);
        if (outcome != FocusAreaOutcome.Done) return NotFound();
        await audit.AddAsync(User.StaffId(), $"focus area {Number} changed", Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}/focus-areas/{Number}?saved=true"));
    }
}
