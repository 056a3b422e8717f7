using BTech.Agenda;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Record.Sealing;
using BTech.Web.Mail;
using BTech.Web.Settings;

namespace BTech.Web.Crossings;

/// <summary>
/// Seals a window: the census' last figures, the act on the Record side, the public state last. May be repeated at any point; on a
/// window that Record has sealed it only mends the public state.
/// </summary>
public sealed class WindowSealing(CommentWindows windows, ScopingPapers papers, Census census, Seal seal, WindowNotices notices, KeySettings keys)
{
    /// <summary>So much room must be free on the disk of the keys before a seal begins.</summary>
    public const long FewestFreeBytes = 256L * 1024 * 1024;

    /// <summary>Seals the window by order of two persons, once its holding time is over.</summary>
    public async Task<SealOutcome> SealAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (await windows.FindAsync(windowId, cancel) is not { IsOpened: true } window) return new SealOutcome(SealStatus.NoSuchWindow);
        if (window.IsSealed) return new SealOutcome(SealStatus.Sealed, 9);
        await census.ForSealAsync(window, cancel);
        var outcome = await seal.RunAsync(await RequestAsync(window, first, second, cancel), cancel);
        if (outcome.Status == SealStatus.BelowTheFloor) await notices.AddAsync(window, WindowNotice.BelowTheFloor, cancel);
        return outcome.IsSealed ? await SealedAsync(windowId, outcome, cancel) : outcome;
    }

    /// <summary>Fewer than ten sent: opens the boxes of those who agreed to it, by order of two persons, and tells everybody.</summary>
    public async Task<SealOutcome> OpenThoseWhoAgreedAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (await windows.FindAsync(windowId, cancel) is not { IsOpened: true } window) return new SealOutcome(SealStatus.NoSuchWindow);
        var outcome = await seal.OpenThoseWhoAgreedAsync(await RequestAsync(window, first, second, cancel), cancel);
        if (!outcome.IsSealed) return outcome;
        await notices.AddAsync(window, WindowNotice.OpenedByAgreement, cancel);
        return await SealedAsync(windowId, outcome, cancel);
    }

    /// <summary>Fewer than ten sent, and no more time is given: destroys everything unread. Two persons decide that, and everybody is told.</summary>
    public async Task<SealOutcome> DestroyUnreadAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (first == second) return new SealOutcome(SealStatus.OnePersonOnly);
        if (await windows.FindAsync(windowId, cancel) is not { IsOpened: true } window) return new SealOutcome(SealStatus.NoSuchWindow);
        var outcome = await seal.DestroyUnreadAsync(windowId, cancel);
        if (!outcome.IsSealed) return outcome;
        await notices.AddAsync(window, WindowNotice.DestroyedUnread, cancel);
        return await SealedAsync(windowId, outcome, cancel);
    }

    /// <summary>A check after the opening is red: opens the record all the same, by order of two persons; the seal page prints it.</summary>
    public async Task<SealOutcome> OpenInSpiteAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (first == second) return new SealOutcome(SealStatus.OnePersonOnly);
        if (await windows.FindAsync(windowId, cancel) is not { IsOpened: true }) return new SealOutcome(SealStatus.NoSuchWindow);
        var outcome = await seal.OpenInSpiteAsync(windowId, cancel);
        return outcome.IsSealed ? await SealedAsync(windowId, outcome, cancel) : outcome;
    }

    /// <summary>What the seal would find on this installation. It says nothing about who or how many have written, before closing or after.</summary>
    public async Task<IReadOnlyList<SealCheck>> RehearseAsync(Guid windowId, CancellationToken cancel)
    {
        var room = new DriveInfo(keys.Directory).AvailableFreeSpace >= FewestFreeBytes;
        return [.. await seal.RehearseAsync(windowId, cancel), new SealCheck(0, "room on the disk", room ? CheckOutcome.Done : CheckOutcome.Failed)];
    }

    private async Task<SealRequest> RequestAsync(CommentWindow window, StaffId first, StaffId second, CancellationToken cancel)
    {
        var paper = window.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        return new SealRequest(window.Id, first, second, window.SealsAt - window.ClosesAt)
        {
            AreaOfParagraph = (paper?.Paragraphs ?? []).Where(paragraph => paragraph is { Number: not null, FocusAreaNumber: not null })
                .ToDictionary(paragraph => paragraph.Number!.Value, paragraph => paragraph.FocusAreaNumber!.Value),
        };
    }

    private async Task<SealOutcome> SealedAsync(Guid windowId, SealOutcome outcome, CancellationToken cancel)
    {
        await windows.ChangeAsync(windowId, done => done.IsSealed = true, cancel);
        return outcome;
    }
}
