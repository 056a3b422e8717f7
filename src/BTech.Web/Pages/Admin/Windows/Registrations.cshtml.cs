using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Registrations;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Who asks to take part in one round, confirmed addresses only.</summary>
public sealed class RegistrationsModel(CommentWindows windows, Assignments assignments, RegistrationBook registrations, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    public IReadOnlyList<WaitingRegistration> Waiting { get; private set; } = [];

    public LocalizedText GroupName(string label) => Window.Consultation.Groups.FirstOrDefault(group => group.Label == label)?.Name ?? LocalizedText.InEnglish(label);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Waiting = await registrations.WaitingAsync(Window.Id, cancel);
        return Page();
    }
}
