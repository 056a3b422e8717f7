using BTech.Languages;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>The names of those who are invited, for the door that looks for them in a text after the seal.</summary>
public sealed class InvitedNames
{
    // A title that three hold says nothing about one of them.
    private const int FewestWithTitle = 3;

    private readonly PeopleContext _people;

    internal InvitedNames(PeopleContext people) => _people = people;

    /// <summary>
    /// The names of everybody invited to a window and of their organisations, under every name that the lists know, without ids and in random order: for
    /// one look at one text, never to be kept.
    /// </summary>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Organisations)> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var (invited, aliases) = await InvitedAsync([windowId], cancel);
        return (Shuffled(invited.Select(row => row.Name)), Shuffled(invited.Select(row => row.Organisation).Concat(aliases)));
    }

    /// <summary>
    /// Everybody who may have spoken in a round, as far as lists go: invited to it or to an earlier round of these, asking to take part in it, or on a
    /// published list of these reports; their organisations, and the titles that fewer than three of them hold. Without ids and in random order, for one
    /// look at one report, never to be kept.
    /// </summary>
    /// <param name="windowIds">The round and the earlier ones.</param>
    /// <param name="reportNumbers">Reports on them.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Organisations, IReadOnlyList<string> RareTitles)> PossibleSpeakersAsync(
        IReadOnlyCollection<Guid> windowIds, IReadOnlyCollection<int> reportNumbers, CancellationToken cancel)
    {
        var (invited, aliases) = await InvitedAsync(windowIds, cancel);
        var asking = await _people.Registrations.AsNoTracking().Where(registration => windowIds.Contains(registration.WindowId))
            .Select(registration => new { registration.Name, registration.Role, registration.Organisation }).ToListAsync(cancel);
        var listed = await _people.Lines.AsNoTracking().Where(line => reportNumbers.Contains(line.ReportNumber))
            .Select(line => new { line.Name, line.Role, line.Organisation }).Distinct().ToListAsync(cancel);
        (string? Name, string? Role)[] held = [.. invited.Select(row => (row.Name, row.Role)), .. asking.Select(row => (row.Name, row.Role)), .. listed.Select(row => (row.Name, row.Role))];
        var titles = held.Where(one => !string.IsNullOrWhiteSpace(one.Role)).Distinct().GroupBy(one => Folding.Fold(one.Role!.Trim()), StringComparer.Ordinal);
        return (
            Shuffled(invited.Select(row => row.Name).Concat(asking.Select(row => row.Name)).Concat(listed.Select(row => row.Name))),
            Shuffled(invited.Select(row => row.Organisation).Concat(aliases).Concat(asking.Select(row => row.Organisation)).Concat(listed.Select(row => row.Organisation))),
            Shuffled(titles.Where(title => title.Count() < FewestWithTitle).Select(title => title.First().Role)));
    }

    private async Task<(IReadOnlyList<Invited> Rows, IReadOnlyList<string> Aliases)> InvitedAsync(IReadOnlyCollection<Guid> windowIds, CancellationToken cancel)
    {
        var rows = await _people.Invitations.AsNoTracking().Where(invitation => windowIds.Contains(invitation.WindowId))
            .Select(invitation => new Invited(
                invitation.Participant.Name, invitation.Participant.Role, invitation.Participant.OrganisationId,
                invitation.Participant.Organisation == null ? null : invitation.Participant.Organisation.Name)).Distinct().ToListAsync(cancel);
        var ids = rows.Select(row => row.OrganisationId).Distinct().ToList();
        return (rows, await _people.OrganisationAliases.AsNoTracking().Where(alias => ids.Contains(alias.OrganisationId)).Select(alias => alias.FoldedName).ToListAsync(cancel));
    }

    private static string[] Shuffled(IEnumerable<string?> names)
    {
        var some = names.OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).ToArray();
        Random.Shared.Shuffle(some);
        return some;
    }

    private sealed record Invited(string? Name, string? Role, Guid? OrganisationId, string? Organisation);
}
