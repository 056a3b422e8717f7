using System.Security.Claims;
using BTech.Agenda.Windows;
using BTech.People.Offers;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Web.Settings;

namespace BTech.Web.Pages.Admin.Offers;

/// <summary>What an offers officer may open: the offers of sealed windows in which they hold the role. Everything else is not there.</summary>
public sealed class OfferDesk(CommentWindows windows, Assignments assignments, OfferPipeline pipeline, StaffAccounts accounts, TimeProvider clock)
{
    /// <summary>The opened written windows of the person's, newest first.</summary>
    public async Task<IReadOnlyList<CommentWindow>> WindowsAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var mine = new List<CommentWindow>();
        foreach (var window in await windows.AllAsync(cancel))
            if (window.Kind == RoundKind.Written && window.IsOpened && await IsOfficerAsync(user, window, cancel)) mine.Add(window);
        return mine;
    }

    /// <summary>Whether the offers of a window have reached their officer: before its seal an offer would say who has been here.</summary>
    public bool HasArrived(CommentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.StateAt(clock.GetUtcNow()) is WindowState.Sealed or WindowState.Reported;
    }

    /// <summary>One offer with its window; nothing when it is not theirs, not sealed, or not there.</summary>
    public async Task<(CommentWindow Window, OfferFile File)?> FindAsync(ClaimsPrincipal user, Guid offerId, CancellationToken cancel)
    {
        if (await pipeline.FindAsync(offerId, cancel) is not { } file || await windows.FindAsync(file.WindowId, cancel) is not { } window) return null;
        return HasArrived(window) && await IsOfficerAsync(user, window, cancel) ? (window, file) : null;
    }

    /// <summary>Who may see to the offers of a window, by address; and everybody who ever did, so that old notes keep their names.</summary>
    public async Task<(IReadOnlyList<StaffMember> Officers, IReadOnlyDictionary<Guid, string> Everybody)> StaffAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        var everybody = await accounts.AllAsync(cancel);
        var officers = await assignments.HoldersAsync(StaffRole.Offers, window.Id, cancel);
        return ([.. everybody.Where(member => officers.Contains(member.Id))], everybody.ToDictionary(member => member.Id.Value, member => member.Email));
    }

    /// <summary>Today in the window's zone.</summary>
    public DateOnly Today(CommentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.DayOf(clock.GetUtcNow());
    }

    private Task<bool> IsOfficerAsync(ClaimsPrincipal user, CommentWindow window, CancellationToken cancel) =>
        assignments.HoldsAsync(user.StaffId(), StaffRole.Offers, window.Id, cancel);
}
