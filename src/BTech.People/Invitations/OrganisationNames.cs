using BTech.People.Participants;
using BTech.People.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.People.Invitations;

/// <summary>All names by which organisations are known, and those that an import adds to them.</summary>
internal sealed class OrganisationNames
{
    private readonly Dictionary<string, string> _nameOf;
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    private OrganisationNames(Dictionary<string, string> nameOf, IReadOnlyList<NamedOrganisation> known) => (_nameOf, Known) = (nameOf, known);

    /// <summary>The organisations under all their names.</summary>
    public IReadOnlyList<NamedOrganisation> Known { get; }

    /// <summary>Folded names of a file that stand for another, with that one's folded name.</summary>
    public IReadOnlyDictionary<string, string> Joined => _joined;

    public static async Task<OrganisationNames> ReadAsync(PeopleContext people, CancellationToken cancel)
    {
        var organisations = await people.Organisations.AsNoTracking().ToListAsync(cancel);
        var aliases = await people.OrganisationAliases.AsNoTracking().Select(alias => new { alias.FoldedName, alias.OrganisationId }).ToListAsync(cancel);
        var addresses = await people.Participants.Where(participant => participant.OrganisationId != null)
            .Select(participant => new { participant.OrganisationId, participant.FoldedEmail }).ToListAsync(cancel);
        var domains = addresses.ToLookup(address => address.OrganisationId!.Value, address => OrganisationTwins.DomainOf(address.FoldedEmail));
        var nameOf = organisations.ToDictionary(organisation => organisation.FoldedName, organisation => organisation.Name, StringComparer.Ordinal);
        var byId = organisations.ToDictionary(organisation => organisation.Id);
        foreach (var alias in aliases) nameOf.TryAdd(alias.FoldedName, byId[alias.OrganisationId].Name);
        return new OrganisationNames(nameOf, [.. organisations.Select(organisation => new NamedOrganisation(0, organisation.Name, Domains(domains[organisation.Id])))]);
    }

    /// <summary>The names in a file that nobody is known by, each once, in the file's order.</summary>
    public IReadOnlyList<NamedOrganisation> NewIn(IEnumerable<InviteeRow> rows) =>
    [
        .. rows.Where(row => row.FoldedOrganisation is { } name && !_nameOf.ContainsKey(name)).GroupBy(row => row.FoldedOrganisation, StringComparer.Ordinal)
            .Select(same => new NamedOrganisation(same.First().Row, same.First().Organisation!, Domains(same.Select(row => OrganisationTwins.DomainOf(row.FoldedEmail))))),
    ];

    /// <summary>Takes new names to stand for others where a person said so; only what was offered can be joined.</summary>
    public void Join(IReadOnlyList<LikelyTwin> twins, IReadOnlyDictionary<string, string> same)
    {
        // In the file's order, so that a name joined to an earlier one follows it to whatever that was joined to.
        foreach (var twin in twins)
        {
            if (same.GetValueOrDefault(twin.Written) != twin.Known) continue;
            var known = _nameOf.GetValueOrDefault(Folded.Name(twin.Known), twin.Known);
            _nameOf[Folded.Name(twin.Written)] = known;
            _joined[Folded.Name(twin.Written)] = Folded.Name(known);
        }
    }

    /// <summary>A row with its organisation under the name that it is kept by.</summary>
    public InviteeRow Under(InviteeRow row) =>
        row.FoldedOrganisation is { } name && _nameOf.TryGetValue(name, out var known) ? row with { Organisation = known } : row;

    private static HashSet<string> Domains(IEnumerable<string?> domains) => domains.OfType<string>().ToHashSet(StringComparer.Ordinal);
}
