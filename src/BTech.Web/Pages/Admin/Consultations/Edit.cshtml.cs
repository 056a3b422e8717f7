using BTech.Agenda.Consultations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>Titles, purpose, contact and whom to reach in danger. For administrators of all windows.</summary>
public sealed class EditModel(ConsultationList consultations, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words) : PageModel
{
    [FromRoute]
    public required string Slug { get; set; }

    [BindProperty]
    public ConsultationForm Form { get; set; } = new();

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; set; }

    /// <summary>Whether it is a rehearsal, which is removed in a way of its own.</summary>
    public bool IsRehearsal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } consultation) return NotFound();
        Form = ConsultationForm.Of(consultation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is null) return NotFound();
        foreach (var failure in ConsultationForm.Rules(words).Validate(Form).Errors)
            ModelState.AddModelError($"{nameof(Form)}.{failure.PropertyName}", failure.ErrorMessage);
        if (!ModelState.IsValid) return Page();
        await consultations.ChangeAsync(Slug, Form.ApplyTo, cancel);
        await audit.AddAsync(User.StaffId(), "consultation changed", Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}?saved=true"));
    }

    private async Task<Consultation?> FindAsync(CancellationToken cancel)
    {
        var found = await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel) ? await consultations.FindAsync(Slug, cancel) : null;
        IsRehearsal = found is { IsRehearsal: true };
        return found;
    }
}
