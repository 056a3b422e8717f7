using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Two persons open a window and authorise, before anybody has written, that the clock may seal it.</summary>
public sealed class OpenModel(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, WindowOpening opening, SealAuthorisations authorisations,
    InvitationList invitations, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : TwoPersonsPage(windows, assignments, secondPerson, clock, words)
{
    public IReadOnlyList<OpeningObstacle> Obstacles { get; private set; } = [];

    public int Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        if (Obstacles.Count > 0)
        {
            foreach (var obstacle in Obstacles) ModelState.AddModelError("obstacles", Words[$"Obstacle.{obstacle}"]);
            return Page();
        }
        if (await SignedAsync(cancel) is not { } both) return Page();
        Obstacles = await opening.OpenAsync(Window.Id, both.First, both.Second, cancel);
        if (Obstacles.Count > 0)
        {
            foreach (var obstacle in Obstacles) ModelState.AddModelError("obstacles", Words[$"Obstacle.{obstacle}"]);
            return Page();
        }
        await authorisations.AuthoriseAsync(Window.Id, both.First, both.Second, cancel);
        await audit.AddAsync(both.First, "window opened, first person", Name.ToString(), cancel);
        await audit.AddAsync(both.Second, "window opened, second person", Name.ToString(), cancel);
        return ToWindow();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Obstacles = await opening.ObstaclesAsync(Window.Id, cancel);
        Invited = (await invitations.FiguresAsync(Window.Id, cancel)).Sum(group => group.Invited);
    }
}
