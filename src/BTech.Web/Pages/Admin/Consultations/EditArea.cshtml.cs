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
        page => page.RuleFor(p => p.AreaTitle).Must(LocalizedForm.HasEnglish).OverridePropertyName("AreaTitle[en]").WithMessage(_ => setup["Area.EnglishMissing"]),
        page => page.RuleFor(p => p.ShortTitle).Must(LocalizedForm.HasEnglish).OverridePropertyName("ShortTitle[en]").WithMessage(_ => setup["Area.EnglishMissing"]),
        page => page.RuleFor(p => p.AreaTitle).Must(text => LocalizedForm.Fits(text, 200)).OverridePropertyName("AreaTitle[en]").WithMessage(_ => words["Form.TooLong", 200]),
        page => page.RuleFor(p => p.ShortTitle).Must(text => LocalizedForm.Fits(text, 40)).OverridePropertyName("ShortTitle[en]").WithMessage(_ => words["Form.TooLong", 40]),
        page => page.RuleFor(p => p.Questions).Must(text => LocalizedForm.Fits(text, 2000)).OverridePropertyName("Questions[en]").WithMessage(_ => words["Form.TooLong", 2000]),
        page => page.RuleFor(p => p.Audience).Must(text => LocalizedForm.Fits(text, 200)).OverridePropertyName("Audience[en]").WithMessage(_ => words["Form.TooLong", 200]),
        page => page.RuleFor(p => p.Deliverable).Must(text => LocalizedForm.Fits(text, 200)).OverridePropertyName("Deliverable[en]").WithMessage(_ => words["Form.TooLong", 200]),
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
