using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>The rounds whose submissions on the record the offers officer publishes; each after its seal.</summary>
public sealed class SubmissionsModel(CommentWindows windows, Assignments assignments, TimeProvider clock) : PageModel
{
    /// <summary>The rounds of this officer with whether they are sealed.</summary>
    public IReadOnlyList<(CommentWindow Window, bool IsSealed)> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rounds = new List<(CommentWindow, bool)>();
        foreach (var window in await windows.AllAsync(cancel))
            if (window is { Kind: RoundKind.Written, IsOpened: true } && await assignments.HoldsAsync(User.StaffId(), StaffRole.Offers, window.Id, cancel))
                rounds.Add((window, window.StateAt(clock.GetUtcNow()) is WindowState.Sealed or WindowState.Reported));
        Rounds = rounds;
    }
}
