using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>The names of those who are invited, for the door that looks for them in a text after the seal.</summary>
public sealed class InvitedNames
{
    private readonly PeopleContext _people;

    internal InvitedNames(PeopleContext people) => _people = people;

    /// <summary>
    /// The names of everybody invited to a window and of their organisations, under every name that the lists know, without ids and in random order: for
    /// one look at one text, never to be kept.
    /// </summary>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Organisations)> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var rows = await _people.Invitations.AsNoTracking().Where(invitation => invitation.WindowId == windowId)
            .Select(invitation => new { invitation.Participant.Name, invitation.Participant.OrganisationId, Organisation = invitation.Participant.Organisation == null ? null : invitation.Participant.Organisation.Name })
            .ToListAsync(cancel);
        var ids = rows.Select(row => row.OrganisationId).Distinct().ToList();
        var aliases = await _people.OrganisationAliases.AsNoTracking().Where(alias => ids.Contains(alias.OrganisationId)).Select(alias => alias.FoldedName).ToListAsync(cancel);
        var people = rows.Select(row => row.Name).Distinct(StringComparer.Ordinal).ToArray();
        var organisations = rows.Select(row => row.Organisation).OfType<string>().Concat(aliases).Distinct(StringComparer.Ordinal).ToArray();
        Random.Shared.Shuffle(people);
        Random.Shared.Shuffle(organisations);
        return (people, organisations);
    }
}
