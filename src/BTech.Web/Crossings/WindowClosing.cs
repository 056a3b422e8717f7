using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Sealing;
using BTech.Web.Mail;

namespace BTech.Web.Crossings;

/// <summary>Closes an open window early, by two persons and with a reason told to everybody.</summary>
public sealed class WindowClosing(CommentWindows windows, Mixing mixing, Seal seal, SealPages seals, WindowNotices notices, TimeProvider time)
{
    /// <summary>Ends writing now.</summary>
    /// <returns>Whether the window was open and is closed now.</returns>
    public async Task<bool> CloseEarlyAsync(Guid windowId, StaffId first, StaffId second, LocalizedText? note, CancellationToken cancel)
    {
        if (first == second) return false;
        var now = time.GetUtcNow();
        if (await windows.FindAsync(windowId, cancel) is not { } window || window.StateAt(now) != WindowState.Open) return false;
        // Record first: from this commit on no save is taken. A cut before the second step is mended by asking again.
        if (!await mixing.MoveClosingAsync(windowId, now, cancel)) return false;
        await windows.ChangeAsync(windowId, closed => (closed.ClosesAt, closed.ClosedEarlyNote) = (now, note), cancel);
        return true;
    }

    /// <summary>Moves the closing instant of an open window to a later one; the caller has looked whether another round has that time.</summary>
    public async Task<bool> ExtendAsync(Guid windowId, DateTimeOffset closes, CancellationToken cancel)
    {
        if (await windows.FindAsync(windowId, cancel) is not { } window || window.StateAt(time.GetUtcNow()) != WindowState.Open || closes <= window.ClosesAt) return false;
        if (!await mixing.MoveClosingAsync(windowId, closes, cancel)) return false;
        if (await windows.ChangeAsync(windowId, extended => extended.ClosesAt = closes, cancel) == RoundSaving.Saved) return true;
        // Another round was given that time in between.
        await mixing.MoveClosingAsync(windowId, window.ClosesAt, cancel);
        return false;
    }

    /// <summary>
    /// Fewer than ten had sent when the window closed: two persons open it again until a later instant. Nothing has been read; everybody is told.
    /// </summary>
    /// <returns>
    /// <see cref="RoundSaving.Saved"/> when it is open again, <see cref="RoundSaving.Overlaps"/> when another round has some of that time, and
    /// <see cref="RoundSaving.NoSuchRound"/> when nothing waits below the floor.
    /// </returns>
    public async Task<RoundSaving> ExtendBelowTheFloorAsync(Guid windowId, DateTimeOffset closes, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (first == second || closes <= time.GetUtcNow() || await windows.FindAsync(windowId, cancel) is not { } before) return RoundSaving.NoSuchRound;
        // The public side first, because only there the time can be taken by another round; the Record side takes no text until it has moved as well.
        if (await windows.ChangeAsync(windowId, extended => (extended.ClosesAt, extended.ClosedEarlyNote) = (closes, null), cancel) is var saving and not RoundSaving.Saved) return saving;
        if (!await seal.ExtendAsync(windowId, closes, cancel))
        {
            await windows.ChangeAsync(windowId, back => (back.ClosesAt, back.ClosedEarlyNote) = (before.ClosesAt, before.ClosedEarlyNote), cancel);
            return RoundSaving.NoSuchRound;
        }
        if (await windows.FindAsync(windowId, cancel) is { } window) await notices.AddAsync(window, WindowNotice.MoreTime, cancel);
        return RoundSaving.Saved;
    }

    /// <summary>Brings the public closing instant in line with Record's, where a change was cut off between the two.</summary>
    public async Task MendAsync(CommentWindow window, CancellationToken cancel)
    {
        if ((await seals.StandingAsync(window.Id, cancel)).ClosesAt is { } closes && (closes - window.ClosesAt).Duration() > TimeSpan.FromMilliseconds(1))
            await windows.ChangeAsync(window.Id, mended => mended.ClosesAt = closes, cancel);
    }
}
