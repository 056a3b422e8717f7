using BTech.Agenda.Windows;
using BTech.People.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Registering;

/// <summary>Confirms the address of somebody who asked to take part. Looking changes nothing; the link itself is the right to confirm.</summary>
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(CommentWindows windows, RegistrationBook registrations, TimeProvider clock) : PageModel
{
    /// <summary>The round; nothing where the link is worth nothing any more, or the round takes no requests.</summary>
    public CommentWindow? Window { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        if (Window is not null && !(IsDone = await registrations.ConfirmAsync(token, cancel))) Window = null;
        return Answer();
    }

    private async Task FindAsync(string token, CancellationToken cancel)
    {
        if (await registrations.FindAsync(token, cancel) is not { } id) return;
        Window = await windows.FindAsync(id, cancel) is { } found && found.TakesRegistrations(clock.GetUtcNow()) ? found : null;
    }

    private PageResult Answer()
    {
        var page = Page();
        if (Window is null) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
