using BTech.Agenda.Consultations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The second step of deleting an empty consultation: its name in addresses is typed.</summary>
public sealed class DeleteModel(
    ConsultationList consultations, Assignments assignments, ConsultationRemoval removal, AuditTrail audit, IStringLocalizer<Words.Setup> words)
    : ConsultationPage(consultations, assignments)
{
    private readonly Assignments _assignments = assignments;

    [BindProperty]
    public string? Typed { get; set; }

    public RemovalObstacle Obstacle { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Obstacle != RemovalObstacle.None) ModelState.AddModelError("", words[$"Delete.{Obstacle}"]);
        else if (Typed?.Trim() != Slug) ModelState.AddModelError(nameof(Typed), words["Delete.NotTyped", Slug]);
        if (!ModelState.IsValid) return Page();
        if (await removal.RemoveAsync(Consultation, cancel) is not { } gone)
        {
            // Somebody opened a round or invited people since this page looked.
            if (!await ReadAsync(cancel)) return NotFound();
            ModelState.AddModelError("", words[$"Delete.{(Obstacle == RemovalObstacle.None ? RemovalObstacle.Opened : Obstacle)}"]);
            return Page();
        }
        foreach (var held in (await _assignments.AllAsync(cancel)).Where(held => held.WindowId is { } window && gone.Contains(window)))
            await _assignments.TakeAsync(User.StaffId(), held.Id, cancel);
        await audit.AddAsync(User.StaffId(), "consultation deleted", Slug, cancel);
        return Redirect(Url.Content("~/admin"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        Obstacle = await removal.ObstacleAsync(Consultation, cancel);
        return true;
    }
}
