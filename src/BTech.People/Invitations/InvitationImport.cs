using BTech.Agenda.Windows;
using BTech.People.Participants;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>
/// Invites the people of a CSV file: <c>name,role,organisation,group,email,language</c>, optionally <c>honorific,kind</c>.
/// One bad row, and nothing is imported; every bad row is named with its reason.
/// </summary>
public sealed class InvitationImport
{
    private readonly PeopleContext _people;

    internal InvitationImport(PeopleContext people) => _people = people;

    /// <summary>Likewise where persons are counted, with every organisation that has a name of its own taken for one of its own.</summary>
    public Task<ImportReport> ReadAsync(Guid windowId, Stream csv, IReadOnlyCollection<string> groupLabels, bool save, CancellationToken cancel) =>
        ReadAsync(windowId, csv, groupLabels, Counting.Persons, new Dictionary<string, string>(), save, cancel);

    /// <summary>Reads a file, and imports it when it is clean and <paramref name="save"/> is set. New invitations are prepared, not live.</summary>
    /// <param name="windowId">The window to which the people are invited.</param>
    /// <param name="csv">The file, UTF-8.</param>
    /// <param name="groupLabels">The labels of the consultation's groups.</param>
    /// <param name="counts">What the round counts. Where it counts organisations a row without a kind stands for its organisation, and none for a person.</param>
    /// <param name="same">Names of organisations in the file that a person found to stand for another, as the report offered them; the others are organisations of their own.</param>
    /// <param name="save">Whether to import, or only to check.</param>
    /// <param name="cancel">Stops the work; nothing is imported then.</param>
    public async Task<ImportReport> ReadAsync(Guid windowId, Stream csv, IReadOnlyCollection<string> groupLabels, Counting counts, IReadOnlyDictionary<string, string> same, bool save, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(groupLabels);
        ArgumentNullException.ThrowIfNull(same);
        var file = new InviteeFile(groupLabels, counts);
        await file.ReadAsync(csv, cancel);
        await using var transaction = await _people.Database.BeginTransactionAsync(cancel);
        // Two imports into one window at once would both find an address free.
        await _people.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({windowId.ToString()}, 0))", cancel);
        var names = await OrganisationNames.ReadAsync(_people, cancel);
        var twins = OrganisationTwins.Find(names.Known, names.NewIn(file.Rows));
        names.Join(twins, same);
        IReadOnlyList<InviteeRow> rows = [.. file.Rows.Select(names.Under)];
        var problems = file.Problems.Concat(SecondLinks(rows, file)).Concat(await AlreadyInvitedAsync(windowId, rows, cancel)).OrderBy(problem => problem.Row).ToList();
        if (problems.Count > 0 || !save) return new ImportReport(file.Count, problems, twins, []);
        var invited = await InviteAsync(windowId, rows, names.Joined, cancel);
        await _people.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _people.ChangeTracker.Clear();
        return new ImportReport(file.Count, [], twins, invited);
    }

    // What the file's own check cannot see: two links for one organisation under two names.
    private static IEnumerable<RowProblem> SecondLinks(IReadOnlyList<InviteeRow> rows, InviteeFile file)
    {
        var told = file.Problems.Where(problem => problem.Reason == RowReason.SecondOrganisationLink).Select(problem => problem.Row).ToHashSet();
        return rows.Where(row => row is { Kind: InvitationKind.Organisation, FoldedOrganisation: not null }).GroupBy(row => row.FoldedOrganisation!, StringComparer.Ordinal)
            .SelectMany(links => links.Skip(1).Where(row => !told.Contains(row.Row)).Select(row => new RowProblem(
                row.Row, RowReason.SecondOrganisationLink, [row.Organisation!, links.First().Row.ToString(System.Globalization.CultureInfo.InvariantCulture)])));
    }

    private async Task<IEnumerable<RowProblem>> AlreadyInvitedAsync(Guid windowId, IReadOnlyList<InviteeRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var invited = await _people.Invitations.Where(invitation => invitation.WindowId == windowId)
            .Select(invitation => new { invitation.Participant.FoldedEmail, invitation.Kind, Organisation = invitation.Participant.Organisation!.FoldedName })
            .ToListAsync(cancel);
        var addresses = invited.Select(person => person.FoldedEmail).ToHashSet(StringComparer.Ordinal);
        var organisations = invited.Where(person => person.Kind == InvitationKind.Organisation).Select(person => person.Organisation).ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => addresses.Contains(row.FoldedEmail)).Select(row => new RowProblem(row.Row, RowReason.AlreadyInvited, [row.Email]))
            .Concat(rows.Where(row => row is { Kind: InvitationKind.Organisation, FoldedOrganisation: { } name } && organisations.Contains(name))
                .Select(row => new RowProblem(row.Row, RowReason.AlreadyInvited, [row.Organisation!])));
    }

    /// <summary>Invites people whose rows are good, in the caller's transaction; the caller saves.</summary>
    internal async Task<List<ImportedInvitation>> InviteAsync(Guid windowId, IReadOnlyList<InviteeRow> rows, IReadOnlyDictionary<string, string> joined, CancellationToken cancel)
    {
        var names = rows.Where(row => row.FoldedOrganisation is not null).Select(row => row.FoldedOrganisation!).Union(joined.Values).ToList();
        var organisations = await _people.Organisations.Where(organisation => names.Contains(organisation.FoldedName))
            .ToDictionaryAsync(organisation => organisation.FoldedName, StringComparer.Ordinal, cancel);
        var addresses = rows.Select(row => row.FoldedEmail).ToList();
        var known = (await _people.Participants.Where(participant => addresses.Contains(participant.FoldedEmail)).ToListAsync(cancel))
            .ToLookup(participant => participant.FoldedEmail, StringComparer.Ordinal);
        var invited = new List<ImportedInvitation>(rows.Count);
        foreach (var row in rows)
        {
            var organisation = row.FoldedOrganisation is null ? null : Organisation(organisations, row);
            var participant = known[row.FoldedEmail].FirstOrDefault(found => found.GroupLabel == row.GroupLabel && found.OrganisationId == organisation?.Id)
                ?? Participant(row, organisation);
            (participant.Honorific, participant.Name, participant.Role, participant.Email, participant.Language) =
                (row.Honorific, row.Name, row.Role, row.Email, row.Language);
            var invitation = new Invitation { Id = Guid.NewGuid(), WindowId = windowId, ParticipantId = participant.Id, Kind = row.Kind };
            _people.Invitations.Add(invitation);
            invited.Add(new ImportedInvitation(invitation.Id, row.Email));
        }

        foreach (var (alias, name) in joined)
            _people.OrganisationAliases.Add(new OrganisationAlias { FoldedName = alias, OrganisationId = organisations[name].Id });
        return invited;
    }

    private Organisation Organisation(Dictionary<string, Organisation> organisations, InviteeRow row)
    {
        if (organisations.TryGetValue(row.FoldedOrganisation!, out var known)) return known;
        var organisation = new Organisation { Id = Guid.NewGuid(), Name = row.Organisation!, FoldedName = row.FoldedOrganisation! };
        _people.Organisations.Add(organisation);
        organisations.Add(organisation.FoldedName, organisation);
        return organisation;
    }

    private Participant Participant(InviteeRow row, Organisation? organisation)
    {
        var participant = new Participant
        {
            Id = Guid.NewGuid(), Honorific = row.Honorific, Name = row.Name, Role = row.Role, OrganisationId = organisation?.Id,
            GroupLabel = row.GroupLabel, Email = row.Email, FoldedEmail = row.FoldedEmail, Language = row.Language,
        };
        _people.Participants.Add(participant);
        return participant;
    }
}
