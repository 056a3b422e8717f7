using BTech.People.Invitations;
using BTech.People.OnRecord;

namespace BTech.People.Tests.Invitations;

public sealed class InvitationListTests : IAsyncLifetime
{
    private const string Header = "name,role,organisation,group,email,language\n";
    private readonly Guid _window = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync() => _people = await PeopleSide.NewAsync();

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Import_OneBadRow_ImportsNothing()
    {
        var report = await ImportAsync("a,r,o,companies,a@example.org,en\nb,r,o,companies,nonsense,en\n");

        Assert.False(report.IsClean);
        Assert.Equal(2, report.Rows);
        Assert.Equal(0, await _people.CountAsync("participant"));
        Assert.Equal(0, await _people.CountAsync("organisation"));
    }

    [Fact]
    public async Task Import_CheckedOnly_ImportsNothing()
    {
        var report = await ImportAsync("a,r,o,companies,a@example.org,en\n", save: false);

        Assert.True(report.IsClean);
        Assert.Equal(0, await _people.CountAsync("invitation"));
    }

    [Fact]
    public async Task Import_AgainIntoTheSameWindow_NamesThoseAlreadyInvited()
    {
        await ImportAsync("a,r,o,companies,a@example.org,en\n");

        var again = await ImportAsync("b,r,o,companies,b@example.org,en\na,r,o,companies,A@EXAMPLE.org,en\n");

        Assert.Equal((3, RowReason.AlreadyInvited), (Assert.Single(again.Problems).Row, again.Problems[0].Reason));
        Assert.Equal(1, await _people.CountAsync("invitation"));
    }

    [Fact]
    public async Task Import_SameFileTwiceAtOnce_InvitesEachOnce()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"p{i},r,o{i % 5},companies,p{i}@example.org,en\n")));

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync(rows)));

        Assert.Single(reports, report => report.IsClean);
        Assert.Equal(50, await _people.CountAsync("invitation"));
        Assert.Equal(5, await _people.CountAsync("organisation"));
    }

    [Fact]
    public async Task Import_SamePersonIntoAnotherWindow_IsOneParticipantUnlessInAnotherCapacity()
    {
        await ImportAsync("a,r,o,companies,a@example.org,en\nb,r,o,companies,b@example.org,en\n");

        var second = await ImportAsync("a,new role,O ,companies,a@example.org,en\nb,r,other,companies,b@example.org,en\n", window: Guid.NewGuid());

        Assert.True(second.IsClean);
        Assert.Equal(3, await _people.CountAsync("participant"));
    }

    [Fact]
    public async Task Figures_Delegations_CountTheTwoLargest()
    {
        await ImportAsync("""
            a,r,One,companies,a@example.org,en
            b,r,ONE,companies,b@example.org,en
            c,r,one ,companies,c@example.org,en
            d,r,Two,companies,d@example.org,en
            e,r,Two,companies,e@example.org,en
            f,r,Three,companies,f@example.org,en
            g,r,in a personal capacity,civil-society,g@example.org,en
            h,r,in a personal capacity,civil-society,h@example.org,en

            """);

        var figures = await _people.WithAsync<InvitedFigures, IReadOnlyList<GroupFigures>>(invited => invited.AllAsync(_window, default));

        Assert.Equal([new GroupFigures("civil-society", 2, 2, 1, 1), new GroupFigures("companies", 6, 3, 3, 2)], figures);
    }

    [Fact]
    public async Task LiveFigures_OneOrganisationInTwoGroups_IsOneDelegationOfTheFamily()
    {
        var invited = (await ImportAsync("""
            a,r,One,companies,a@example.org,en
            b,r,One,companies,b@example.org,en
            c,r,One,investors,c@example.org,en
            d,r,Two,investors,d@example.org,en
            e,r,in a personal capacity,investors,e@example.org,en
            f,r,Three,companies,f@example.org,en

            """)).Invited;
        // The last of them has no box yet.
        await _people.WithAsync<InvitationList>(list => list.MakeLiveAsync(_window, [.. invited.Take(5).Select(one => one.InvitationId)], default));

        var families = new Dictionary<string, string> { ["companies"] = "business", ["investors"] = "business" };
        var figures = await _people.WithAsync<InvitedFigures, (IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)>(invited => invited.LiveAsync(_window, families, default));

        Assert.Equal([new GroupFigures("companies", 2, 1, 2, 0), new GroupFigures("investors", 3, 3, 1, 1)], figures.Groups);
        Assert.Equal([new GroupFigures("business", 5, 3, 3, 1)], figures.Families);
    }

    [Fact]
    public async Task FiguresForSeal_LeaveOutWhoSpeaksOnTheRecord_AndKeepTheDelegations()
    {
        var invited = (await ImportAsync("""
            a,r,One,companies,a@example.org,en
            b,r,One,companies,b@example.org,en
            c,r,Two,companies,c@example.org,en
            d,r,in a personal capacity,investors,d@example.org,en
            e,r,in a personal capacity,investors,e@example.org,en
            f,r,Two,investors,f@example.org,en

            """)).Invited;
        await _people.WithAsync<InvitationList>(list => list.MakeLiveAsync(_window, [.. invited.Select(one => one.InvitationId)], default));
        // One of two of an organisation, the only one of another in this group, and somebody in a personal capacity.
        foreach (var speaker in new[] { 0, 2, 3 })
            await _people.WithAsync<SubmissionBook, HandingIn>(book => book.HandInAsync(
                _window, invited[speaker].InvitationId, Capacity.Person, new SubmissionText(new Signature("n", "r", null), null, "en", "text"), 0, takesNew: true, default));

        var families = new Dictionary<string, string> { ["companies"] = "business", ["investors"] = "business" };
        var figures = await _people.WithAsync<InvitedFigures, (IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)>(invited => invited.ForSealAsync(_window, families, default));

        Assert.Equal([new GroupFigures("companies", 1, 1, 2, 1), new GroupFigures("investors", 2, 2, 1, 1)], figures.Groups);
        Assert.Equal([new GroupFigures("business", 3, 3, 2, 2)], figures.Families);
        // What people are told before they write does not move with each submission.
        var told = await _people.WithAsync<InvitedFigures, (IReadOnlyList<GroupFigures> Groups, IReadOnlyList<GroupFigures> Families)>(invited => invited.LiveAsync(_window, families, default));
        Assert.Equal(6, told.Groups.Sum(group => group.Invited));
    }

    [Fact]
    public async Task Links_Several_AllWorkUntilTheInvitationIsRevoked()
    {
        var invitation = (await ImportAsync("a,r,o,companies,a@example.org,en\n")).Invited[0].InvitationId;
        var first = await MintAsync(invitation);
        var second = await MintAsync(invitation);

        Assert.Equal(invitation, (await FindAsync(first))!.Id);
        Assert.Equal(invitation, (await FindAsync(InvitationCode.Grouped(second)))!.Id);
        Assert.Null(await FindAsync(InvitationCode.Mint()));
        Assert.Null(await FindAsync("no code"));
        await _people.WithAsync<InvitationList>(list => list.RevokeAsync(invitation, default));
        Assert.Null(await FindAsync(first));
        Assert.True((await _people.WithAsync<InvitationList, EntryStanding?>(list => list.StandingAsync(invitation, default)))!.IsRevoked);
        Assert.Equal(1, (await _people.WithAsync<InvitedFigures, IReadOnlyList<GroupFigures>>(invited => invited.AllAsync(_window, default)))[0].Invited);
    }

    [Fact]
    public async Task MakeLive_OnlyThoseNamed_AndOfThatWindow()
    {
        var invited = (await ImportAsync("a,r,o,companies,a@example.org,en\nb,r,o,companies,b@example.org,en\n")).Invited;

        await _people.WithAsync<InvitationList>(list => list.MakeLiveAsync(Guid.NewGuid(), [invited[0].InvitationId], default));
        await _people.WithAsync<InvitationList>(list => list.MakeLiveAsync(_window, [invited[1].InvitationId], default));

        var census = await _people.WithAsync<InvitationList, IReadOnlyList<CensusInvitee>>(list => list.ForCensusAsync(_window, default));
        Assert.Equal([invited[1].InvitationId], census.Where(one => one.IsLive).Select(one => one.InvitationId));
    }

    private Task<ImportReport> ImportAsync(string rows, bool save = true, Guid? window = null) =>
        _people.WithAsync<InvitationImport, ImportReport>(async import =>
        {
            using var file = PeopleSide.File(Header + rows);
            return await import.ReadAsync(window ?? _window, file, ["companies", "civil-society", "investors"], save, default);
        });

    private Task<string> MintAsync(Guid invitation) => _people.WithAsync<InvitationList, string>(list => list.MintLinkAsync(invitation, default));

    private Task<Invitation?> FindAsync(string code) => _people.WithAsync<InvitationList, Invitation?>(list => list.FindByCodeAsync(code, default));
}
