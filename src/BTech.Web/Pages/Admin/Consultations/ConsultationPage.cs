using BTech.Agenda.Consultations;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>A page of one consultation, for administrators of all windows. For everybody else it is not there.</summary>
public abstract class ConsultationPage(ConsultationList consultations, Assignments assignments) : PageModel
{
    [FromRoute]
    public required string Slug { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel) || await consultations.FindAsync(Slug, cancel) is not { } found) return false;
        Consultation = found;
        return true;
    }
}
