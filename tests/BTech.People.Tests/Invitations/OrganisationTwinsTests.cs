using BTech.People.Invitations;

namespace BTech.People.Tests.Invitations;

/// <summary>One organisation under two names counts twice, and three organisations are what lets a group carry its name (anonymity, groups).</summary>
public sealed class OrganisationTwinsTests : IAsyncLifetime
{
    private const string Header = "name,role,organisation,group,email,language,kind\n";
    private readonly Guid _window = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync() => _people = await PeopleSide.NewAsync();

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Theory]
    [InlineData("Acme Systems, Inc.", "The ACME Systems", TwinSign.Form)]
    [InlineData("Société Générale S.A.", "Societe generale", TwinSign.Form)]
    [InlineData("Ministère des affaires étrangères", "Ministère des Affaires Étrangères", TwinSign.Form, "ministère des affaires-étrangères")]
    [InlineData("United Nations Development Programme", "UNDP", TwinSign.Initials)]
    [InlineData("UN Development Programme (UNDP)", "undp", TwinSign.Initials)]
    [InlineData("Institute for Human Rights and Business", "IHRB", TwinSign.Initials)]
    [InlineData("Human Rights Observatory", "Human Rigths Observatory", TwinSign.Spelling)]
    [InlineData("Всемирный банк развития", "Всемирный банк развитие", TwinSign.Spelling)]
    public void Find_OneNameWrittenTwoWays_Asks(string known, string written, TwinSign sign, string? other = null) =>
        Assert.Equal((known, sign), Assert.Single(Find(known, other ?? written)) switch { var twin => (twin.Known, twin.Sign) });

    [Theory]
    [InlineData("Amnesty International", "Transparency International")]
    [InlineData("Access Now", "Article 19")]
    [InlineData("中国电信集团公司", "中国电力集团公司")]
    [InlineData("ILO", "IOM")]
    [InlineData("Ministry of Trade", "Ministry of Labour")]
    public void Find_TwoOrganisations_AsksNothing(string known, string written) => Assert.Empty(Find(known, written));

    [Theory]
    [InlineData("a@unit.acme.org", "b@unit.acme.org", true)]
    [InlineData("a@gmail.com", "b@gmail.com", false)]
    [InlineData("a@acme.org", "b@other.org", false)]
    public async Task Import_PeopleOfOneDomain_AsksUnlessAnybodyCanHaveAnAddressThere(string one, string other, bool asks)
    {
        var report = await ImportAsync($"a,r,Alpha Works,companies,{one},en,\nb,r,Omega Line,companies,{other},en,\n", []);
        Assert.Equal(asks ? [TwinSign.Domain] : [], report.Twins.Select(twin => twin.Sign));
    }

    [Fact]
    public async Task Import_FoundToBeTheSame_CountsOneOrganisationAndAsksNeverAgain()
    {
        const string rows = "a,r,Acme Systems,companies,a@example.org,en,\nb,r,\"Acme Systems, Inc.\",companies,b@example.org,en,\nc,r,Acme Sistems,companies,c@example.org,en,\n";
        var twins = (await ImportAsync(rows, [], save: false)).Twins;
        Assert.Equal([(3, "Acme Systems"), (4, "Acme Systems")], twins.Select(twin => (twin.Row, twin.Known)));
        Assert.Equal(0, await _people.CountAsync("organisation"));

        await ImportAsync(rows, twins.ToDictionary(twin => twin.Written, twin => twin.Known));
        Assert.Equal((1, 2), (await _people.CountAsync("organisation"), await _people.CountAsync("organisation_alias")));
        var figures = await _people.WithAsync<InvitedFigures, IReadOnlyList<GroupFigures>>(invited => invited.AllAsync(_window, default));
        Assert.Equal((3, 1, 3), (figures[0].Invited, figures[0].Organisations, figures[0].LargestDelegation));

        var later = await ImportAsync("d,r,acme systems INC,companies,d@example.org,en,\ne,r,\"Acme Systems, Inc.\",companies,e@example.org,en,\n", []);
        Assert.Equal(["acme systems INC"], later.Twins.Select(twin => twin.Written));
        Assert.Equal(2, await _people.CountAsync("organisation"));
    }

    [Fact]
    public async Task Import_FoundToBeTwo_KeepsTwo()
    {
        await ImportAsync("a,r,Acme Systems,companies,a@example.org,en,\nb,r,Acme Systems Inc,companies,b@example.org,en,\n", []);
        Assert.Equal((2, 0), (await _people.CountAsync("organisation"), await _people.CountAsync("organisation_alias")));
    }

    [Fact]
    public async Task Import_JoinOfWhatWasNeverOffered_JoinsNothing()
    {
        await ImportAsync("a,r,Alpha,companies,a@example.org,en,\nb,r,Omega,companies,b@example.org,en,\n", new() { ["Omega"] = "Alpha" });
        Assert.Equal((2, 0), (await _people.CountAsync("organisation"), await _people.CountAsync("organisation_alias")));
    }

    [Fact]
    public async Task Import_OrganisationLinksOfOneOrganisationUnderTwoNames_AreOneTooMany()
    {
        const string rows = "a,r,Acme Systems,companies,a@example.org,en,organisation\nb,r,Acme Systems Inc,companies,b@example.org,en,organisation\n";
        var report = await ImportAsync(rows, new() { ["Acme Systems Inc"] = "Acme Systems" });
        Assert.Equal([(3, RowReason.SecondOrganisationLink)], report.Problems.Select(problem => (problem.Row, problem.Reason)));
        Assert.Equal(0, await _people.CountAsync("invitation"));
    }

    private static IReadOnlyList<LikelyTwin> Find(string known, string written) =>
        OrganisationTwins.Find([Named(0, known)], [Named(2, written)]);

    private static NamedOrganisation Named(int row, string name) => new(row, name, new HashSet<string>());

    private Task<ImportReport> ImportAsync(string rows, Dictionary<string, string> same, bool save = true) =>
        _people.WithAsync<InvitationImport, ImportReport>(async import =>
        {
            using var file = PeopleSide.File(Header + rows);
            return await import.ReadAsync(_window, file, ["companies"], BTech.Agenda.Windows.Counting.Persons, same, save, default);
        });
}
