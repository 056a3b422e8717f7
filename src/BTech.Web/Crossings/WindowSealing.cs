using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Sealing;

namespace BTech.Web.Crossings;

/// <summary>
/// Seals a window: the census' last figures, the act on the Record side, the public state last. May be repeated at any point; on a
/// window that Record has sealed it only mends the public state.
/// </summary>
public sealed class WindowSealing(CommentWindows windows, Census census, Seal seal)
{
    /// <summary>Seals the window by order of two persons, once its holding time is over.</summary>
    public async Task<SealOutcome> SealAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (await windows.FindAsync(windowId, cancel) is not { IsOpened: true } window) return new SealOutcome(SealStatus.NoSuchWindow);
        if (window.IsSealed) return new SealOutcome(SealStatus.Sealed, 9);
        await census.ForSealAsync(window, cancel);
        var outcome = await seal.RunAsync(new SealRequest(windowId, first, second, window.SealsAt - window.ClosesAt), cancel);
        if (outcome.IsSealed) await windows.ChangeAsync(windowId, done => done.IsSealed = true, cancel);
        return outcome;
    }

    /// <summary>Fewer than ten sent, and no more time is given: destroys everything unread. Two persons decide that, and everybody is told.</summary>
    public async Task<bool> DestroyUnreadAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (first == second || !await seal.DestroyUnreadAsync(windowId, cancel)) return false;
        await windows.ChangeAsync(windowId, done => done.IsSealed = true, cancel);
        return true;
    }
}
