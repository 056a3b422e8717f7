using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.People.Registrations;

namespace BTech.People.Tests.Invitations;

/// <summary>Whose names a report is held against: everybody on a list of its round or of an earlier one, and nobody else.</summary>
public sealed class PossibleSpeakersTests : IAsyncLifetime
{
    private readonly Guid _window = Guid.NewGuid();
    private readonly Guid _earlier = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync() => _people = await PeopleSide.NewAsync();

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task PossibleSpeakers_InvitedAskingAndListed_OfTheseRoundsOnly()
    {
        await InviteAsync(_window, "Ana One,Head of maps,Acme,companies,a@example.org,en\n");
        await InviteAsync(_earlier, "Ben Two,Lawyer,Bureau,companies,b@example.org,en\n");
        await InviteAsync(Guid.NewGuid(), "Cleo Three,Lawyer,Club,companies,c@example.org,en\n");
        await _people.WithAsync<RegistrationBook>(book => book.AskAsync(_window, new RegistrationForm("Dan Four", "Lawyer", "Dock", "companies", "d@example.org", "en"), default));
        foreach (var (report, name, organisation) in new[] { (1, "Eve Five", "Elm"), (2, "Fay Six", "Fern") })
            await _people.WithAsync<ParticipantsList, byte[]>(list => list.FreezeAsync(report, 1, [new ListedLine("companies", null, name, "Lawyer", organisation)], default));

        var (people, organisations, titles) = await AskAsync(reports: 1);
        Assert.Equal(["Ana One", "Ben Two", "Dan Four", "Eve Five"], people.Order(StringComparer.Ordinal));
        Assert.Subset(organisations.ToHashSet(), new HashSet<string> { "Acme", "Bureau", "Dock", "Elm" });
        Assert.DoesNotContain("Club", organisations);
        Assert.DoesNotContain("Fern", organisations);
        // Three of these are lawyers, one has the maps.
        Assert.Equal(["Head of maps"], titles);
    }

    [Fact]
    public async Task PossibleSpeakers_AskedTwice_ComeInNoOrder()
    {
        await InviteAsync(_window, string.Concat(Enumerable.Range(0, 30).Select(number => FormattableString.Invariant($"Person {number},Role {number},Org {number},companies,p{number}@example.org,en\n"))));
        var (first, organisations, titles) = await AskAsync();
        var (second, _, _) = await AskAsync();
        Assert.NotEqual(first, second);
        Assert.Equal((30, 30), (titles.Count, organisations.Count(name => name.StartsWith("Org", StringComparison.Ordinal))));
    }

    private Task<(IReadOnlyList<string> People, IReadOnlyList<string> Organisations, IReadOnlyList<string> RareTitles)> AskAsync(params int[] reports) =>
        _people.WithAsync<InvitedNames, (IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>)>(names => names.PossibleSpeakersAsync([_window, _earlier], reports, default));

    private Task InviteAsync(Guid window, string rows) => _people.WithAsync<InvitationImport>(async import =>
    {
        using var file = PeopleSide.File("name,role,organisation,group,email,language\n" + rows);
        Assert.True((await import.ReadAsync(window, file, ["companies"], true, default)).IsClean);
    });
}
