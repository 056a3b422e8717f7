using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>A page of one window, for administrators of that window. For everybody else it is not there.</summary>
public abstract class WindowPage(CommentWindows windows, Assignments assignments, TimeProvider clock) : PageModel
{
    [FromRoute]
    public required string Slug { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public CommentWindow Window { get; private set; } = null!;

    public WindowName Name => new(Slug, Number);

    public WindowState State => Window.StateAt(Now);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected CommentWindows Windows { get; } = windows;

    protected Assignments Assignments { get; } = assignments;

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Windows.FindAsync(Name, cancel) is not { } window) return false;
        Window = window;
        return await Assignments.HoldsAsync(User.StaffId(), StaffRole.Administrator, window.Id, cancel);
    }

    protected RedirectResult ToWindow() => Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}"));
}
