using System.Linq.Expressions;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>How many are invited to a window: by group and by family, from how many organisations, and how large the two largest delegations are.</summary>
public sealed class InvitedFigures
{
    private readonly PeopleContext _people;

    internal InvitedFigures(PeopleContext people) => _people = people;

    /// <summary>Per group: invited, organisations, the two largest delegations; everybody, with or without a box yet.</summary>
    public async Task<IReadOnlyList<GroupFigures>> AllAsync(Guid windowId, CancellationToken cancel) =>
        Figures(await DelegationsAsync(windowId, invitation => true, cancel), label => label);

    /// <summary>
    /// The same of those who can write, because their box is there: by group, and by family, in which an organisation with people in two
    /// groups is one delegation.
    /// </summary>
    /// <param name="windowId">The window.</param>
    /// <param name="familyOf">The family of each group, by its label; groups that are not named in it are left out.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)> LiveAsync(
        Guid windowId, IReadOnlyDictionary<string, string> familyOf, CancellationToken cancel) => CountedAsync(windowId, familyOf, invitation => invitation.IsLive, cancel);

    /// <summary>The same of everybody invited, with or without a box yet: for a look ahead.</summary>
    public Task<(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)> AllAsync(
        Guid windowId, IReadOnlyDictionary<string, string> familyOf, CancellationToken cancel) => CountedAsync(windowId, familyOf, invitation => true, cancel);

    /// <summary>
    /// The same, less those who speak on the record: the figures that are frozen for the seal. Whoever is known to have spoken hides nobody, so
    /// neither the numbers invited nor an organisation all of whose people spoke counts any more. The two largest delegations stay as they
    /// were, because whoever spoke on the record may have written a comment as well. Nothing here knows whether that is so.
    /// </summary>
    /// <param name="windowId">The window.</param>
    /// <param name="familyOf">As above.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)> ForSealAsync(
        Guid windowId, IReadOnlyDictionary<string, string> familyOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(familyOf);
        var onRecord = await (
            from submission in _people.Submissions
            join invitation in _people.Invitations on submission.InvitationId equals invitation.Id
            where invitation.WindowId == windowId
            group invitation by new { invitation.Participant.GroupLabel, invitation.Participant.OrganisationId } into spoke
            select new { spoke.Key.GroupLabel, spoke.Key.OrganisationId, Number = spoke.Count() }).ToListAsync(cancel);
        var known = (await DelegationsAsync(windowId, invitation => invitation.IsLive, cancel)).Where(delegation => familyOf.ContainsKey(delegation.GroupLabel))
            .Select(delegation => delegation with
            {
                OnRecord = onRecord.Find(spoke => spoke.GroupLabel == delegation.GroupLabel && spoke.OrganisationId == delegation.OrganisationId)?.Number ?? 0,
            }).ToList();
        return (Figures(known, label => label), Figures(known, label => familyOf[label]));
    }

    private async Task<(IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)> CountedAsync(
        Guid windowId, IReadOnlyDictionary<string, string> familyOf, Expression<Func<Invitation, bool>> counted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(familyOf);
        var known = (await DelegationsAsync(windowId, counted, cancel)).Where(delegation => familyOf.ContainsKey(delegation.GroupLabel)).ToList();
        return (Figures(known, label => label), Figures(known, label => familyOf[label]));
    }

    private Task<List<Delegation>> DelegationsAsync(Guid windowId, Expression<Func<Invitation, bool>> counted, CancellationToken cancel) =>
        _people.Invitations.Where(invitation => invitation.WindowId == windowId).Where(counted)
            .GroupBy(invitation => new { invitation.Participant.GroupLabel, invitation.Participant.OrganisationId })
            .Select(group => new Delegation(group.Key.GroupLabel, group.Key.OrganisationId, group.Count(), 0))
            .ToListAsync(cancel);

    // A person in a personal capacity is a delegation of one.
    private static List<GroupFigures> Figures(IEnumerable<Delegation> delegations, Func<string, string> labelOf) =>
        [.. delegations.GroupBy(delegation => labelOf(delegation.GroupLabel), StringComparer.Ordinal)
            .Select(group =>
            {
                var organisations = group.GroupBy(delegation => delegation.OrganisationId)
                    .Select(organisation => (IsPersonal: organisation.Key is null, Size: organisation.Sum(part => part.Size), OnRecord: organisation.Sum(part => part.OnRecord))).ToList();
                var sizes = organisations.SelectMany(organisation => organisation.IsPersonal ? Enumerable.Repeat(1, organisation.Size) : [organisation.Size]).OrderDescending().ToList();
                return new GroupFigures(
                    group.Key, organisations.Sum(organisation => organisation.Size - organisation.OnRecord),
                    organisations.Sum(organisation => organisation.IsPersonal ? organisation.Size - organisation.OnRecord : organisation.Size > organisation.OnRecord ? 1 : 0),
                    sizes[0], sizes.ElementAtOrDefault(1));
            })
            .OrderBy(figures => figures.GroupLabel, StringComparer.Ordinal)];

    private sealed record Delegation(string GroupLabel, Guid? OrganisationId, int Size, int OnRecord = 0);
}
