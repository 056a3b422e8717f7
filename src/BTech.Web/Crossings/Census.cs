using System.Security.Cryptography;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record;
using BTech.Record.Boxes;
using BTech.Record.Sealing;

namespace BTech.Web.Crossings;

/// <summary>
/// Door from People to Record: at opening, at each mix and at the seal. What passes is all tags of a window in random order, and per
/// group the numbers invited, of organisations and the two largest delegations, at the seal less those who speak on the record under their
/// names. Nothing comes back but "done".
/// </summary>
public sealed class Census(InvitationList invitations, InvitedFigures figures, KeyRing keys, Mixing mixing, GroupCensus groups)
{
    /// <summary>Makes the boxes of everybody invited to a window and freezes the group figures.</summary>
    /// <returns>Whether it was done; not while a mix is running.</returns>
    public async Task<bool> OpenWindowAsync(CommentWindow window, CancellationToken cancel)
    {
        var invitees = await invitations.ForCensusAsync(window.Id, cancel);
        var authors = Authors(window.Id, invitees);
        if (!await mixing.CreateAsync(window.Id, window.ClosesAt, window.BoxBytes, window.SmallestGroup, authors, cancel)) return false;
        await invitations.MakeLiveAsync(window.Id, Ids(invitees), cancel);
        await KeepFiguresAsync(window, figures.LiveAsync, cancel);
        return true;
    }

    /// <summary>Mixes all boxes; invitations into open windows that were prepared since get theirs and come alive.</summary>
    /// <returns>Whether it was done; not while another mix is running.</returns>
    public async Task<bool> MixAsync(IReadOnlyCollection<CommentWindow> open, CancellationToken cancel)
    {
        var prepared = new List<(CommentWindow Window, IReadOnlyCollection<Guid> Ids)>();
        var newcomers = new List<Author>();
        foreach (var window in open)
        {
            var waiting = (await invitations.ForCensusAsync(window.Id, cancel)).Where(invitee => !invitee.IsLive).ToList();
            if (waiting.Count == 0) continue;
            newcomers.AddRange(Authors(window.Id, waiting));
            prepared.Add((window, Ids(waiting)));
        }
        if (!await mixing.MixAsync(newcomers, cancel)) return false;
        foreach (var (window, ids) in prepared)
        {
            // After the commit: an invitation is alive, and counts in its group, only once its box is there. Cut off here, the next mix does it.
            await invitations.MakeLiveAsync(window.Id, ids, cancel);
            await KeepFiguresAsync(window, figures.LiveAsync, cancel);
        }
        return true;
    }

    /// <summary>Whether somebody prepared waits for a box.</summary>
    public async Task<bool> HasPreparedAsync(IEnumerable<CommentWindow> open, CancellationToken cancel)
    {
        foreach (var window in open)
            if ((await invitations.ForCensusAsync(window.Id, cancel)).Any(invitee => !invitee.IsLive)) return true;
        return false;
    }

    /// <summary>The last figures, frozen for the seal: without those who speak on the record, who hide nobody any more.</summary>
    public Task ForSealAsync(CommentWindow window, CancellationToken cancel) => KeepFiguresAsync(window, figures.ForSealAsync, cancel);

    /// <summary>
    /// How large the groups are as far as people have been invited, for a look ahead before the invitations go out. Numbers invited only; Record
    /// gets them as an argument and keeps nothing.
    /// </summary>
    public async Task<IReadOnlyList<GroupSize>> AheadAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Sizes(window, await figures.AllAsync(window.Id, Families(window), cancel));
    }

    private async Task KeepFiguresAsync(
        CommentWindow window, Func<Guid, IReadOnlyDictionary<string, string>, CancellationToken, Task<(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)>> count,
        CancellationToken cancel) =>
        await groups.KeepAsync(window.Id, Sizes(window, await count(window.Id, Families(window), cancel)), cancel);

    private static Dictionary<string, string> Families(CommentWindow window) =>
        window.Consultation.Groups.ToDictionary(group => group.Label, group => group.Family, StringComparer.Ordinal);

    private static List<GroupSize> Sizes(CommentWindow window, (IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families) figures)
    {
        var plan = window.Consultation.Groups.ToDictionary(group => group.Label, StringComparer.Ordinal);
        var reaches = figures.Families.ToDictionary(family => family.GroupLabel, ReachOf, StringComparer.Ordinal);
        return [.. figures.Groups.Select(group => new GroupSize(
            group.GroupLabel, plan[group.GroupLabel].Order, plan[group.GroupLabel].Family, group.Invited, ReachOf(group), reaches[plan[group.GroupLabel].Family]))];
    }

    private static Reach ReachOf(GroupFigures figures) => new(figures.Organisations, figures.LargestDelegation, figures.SecondDelegation);

    private List<Author> Authors(Guid windowId, IReadOnlyCollection<CensusInvitee> invitees)
    {
        if (invitees.Count == 0) return [];
        var key = keys.TagKey(windowId);
        try
        {
            var authors = invitees.Select(invitee => new Author(windowId, AuthorTag.Of(key, windowId, invitee.InvitationId), invitee.GroupLabel)).ToArray();
            RandomNumberGenerator.Shuffle<Author>(authors);
            return [.. authors];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static Guid[] Ids(IEnumerable<CensusInvitee> invitees) => [.. invitees.Select(invitee => invitee.InvitationId)];
}
