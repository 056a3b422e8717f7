using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A new consultation: its address, titles, focus areas; groups come with the usual merge plan.</summary>
public sealed class NewModel(ConsultationList consultations, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words) : PageModel
{
    private const int MostFocusAreas = 12;

    [BindProperty]
    public string? NewSlug { get; set; }

    [BindProperty]
    public ConsultationForm Form { get; set; } = new();

    [BindProperty]
    public string? FocusAreas { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await MayAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await MayAsync(cancel)) return NotFound();
        var slug = NewSlug?.Trim() ?? "";
        if (!ConsultationSlug.IsValid(slug) || slug == "new") ModelState.AddModelError(nameof(NewSlug), words["Consultation.SlugWrong"]);
        else if (await consultations.FindAsync(slug, cancel) is not null) ModelState.AddModelError(nameof(NewSlug), words["Consultation.SlugTaken"]);
        foreach (var failure in ConsultationForm.Rules(words).Validate(Form).Errors)
            ModelState.AddModelError($"{nameof(Form)}.{failure.PropertyName}", failure.ErrorMessage);
        var areas = (FocusAreas ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (areas.Length is 0 or > MostFocusAreas || Array.Exists(areas, area => area.Length > 200))
            ModelState.AddModelError(nameof(FocusAreas), words["Consultation.FocusAreasWrong", MostFocusAreas]);
        if (!ModelState.IsValid) return Page();
        await consultations.AddAsync(Create(slug, areas), cancel);
        await audit.AddAsync(User.StaffId(), "consultation created", slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{slug}/windows/new"));
    }

    private Task<bool> MayAsync(CancellationToken cancel) => assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel);

    private Consultation Create(string slug, string[] areas)
    {
        var consultation = new Consultation
        {
            Id = Guid.NewGuid(),
            Slug = slug,
            Title = LocalizedText.Empty,
            Purpose = LocalizedText.Empty,
            Host = LocalizedText.Empty,
            HostLabel = LocalizedText.Empty,
            Contact = "",
            UrgentContact = LocalizedText.Empty,
        };
        Form.ApplyTo(consultation);
        consultation.FocusAreas.AddRange(areas.Select((title, index) => new FocusArea
        {
            Id = Guid.NewGuid(),
            ConsultationId = consultation.Id,
            Number = index + 1,
            Title = LocalizedText.InEnglish(title),
            ShortTitle = LocalizedText.InEnglish(title.Length <= 40 ? title : title[..40]),
            Questions = LocalizedText.Empty,
        }));
        consultation.Groups.AddRange(UsualGroups.For(consultation.Id));
        return consultation;
    }
}
