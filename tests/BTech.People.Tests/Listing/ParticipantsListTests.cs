using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.Testing;
using Npgsql;

namespace BTech.People.Tests.Listing;

public sealed class ParticipantsListTests : IAsyncLifetime
{
    private readonly Guid _window = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleSide.NewAsync();
        await _people.WithAsync<InvitationImport>(async import =>
        {
            using var file = PeopleSide.File("honorific,name,role,organisation,group,email,language\nMs,Ann,Counsel,One,companies,a@example.org,en\n,Ben,Chair,One,companies,b@example.org,en\n,Cid,Fellow,in a personal capacity,academia,c@example.org,en\n,Dee,Fellow,Two,academia,d@example.org,en\n");
            await import.ReadAsync(_window, file, ["companies", "academia"], save: true, default);
        });
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Freeze_TakesThoseWhoAgreed_AndALaterChangeOfMindLeavesItAlone()
    {
        await SetAsync("Ann", ListingChoice.Full);
        await SetAsync("Ben", ListingChoice.OrganisationOnly);
        await SetAsync("Cid", ListingChoice.OrganisationOnly);
        await SetAsync("Dee", ListingChoice.None);

        var hash = await FreezeAsync(version: 1);
        await SetAsync("Dee", ListingChoice.Full);
        var later = await FreezeAsync(version: 2);

        var lines = await _people.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.LinesAsync(1, 1, default));
        Assert.Equal([new ListedLine("companies", null, null, null, "One"), new ListedLine("companies", "Ms", "Ann", "Counsel", "One")], lines);
        Assert.Equal(hash, ParticipantsList.Hash(lines));
        Assert.NotEqual(hash, later);
    }

    /// <summary>A publication that was cut off has frozen a list of a version that is not public; meanwhile somebody may have changed their mind.</summary>
    [Fact]
    public async Task Freeze_OnceMore_TakesThoseWhoAgreeNow()
    {
        await SetAsync("Ann", ListingChoice.Full);
        await SetAsync("Cid", ListingChoice.Full);
        await FreezeAsync(version: 1);
        await SetAsync("Ann", ListingChoice.None);
        var hash = await FreezeAsync(version: 1);

        Assert.Equal(["Cid"], (await LinesAsync(1)).Select(line => line.Name));
        Assert.Equal(hash, ParticipantsList.Hash(await LinesAsync(1)));
    }

    /// <summary>Where nobody can be asked any more, the next version takes over what the one before has left.</summary>
    [Fact]
    public async Task FreezeAgain_TakesTheLinesThatTheVersionBeforeHasLeft()
    {
        ListedLine[] lines = [new("companies", null, "Zoe", "Chair", "Z"), new("academia", "Dr", "Amy", "Fellow", "A")];
        await _people.WithAsync<ParticipantsList>(list => list.FreezeAsync(1, 1, lines, default));
        Assert.True(await RemoveAsync(1, 1));
        await _people.WithAsync<ParticipantsList, byte[]>(list => list.FreezeAgainAsync(1, 2, default));

        Assert.Equal(["Amy"], (await LinesAsync(2)).Select(line => line.Name));
        // Each once, with its place in the newest version that has it.
        var all = await _people.WithAsync<ParticipantsList, IReadOnlyList<(int Version, int Order, ListedLine Line)>>(list => list.AllAsync(1, default));
        Assert.Equal([(2, 1)], all.Select(line => (line.Version, line.Order)));
        Assert.Equal(ParticipantsList.Hash([]), await _people.WithAsync<ParticipantsList, byte[]>(list => list.FreezeAgainAsync(9, 1, default)));
    }

    [Fact]
    public async Task Freeze_ListHandedIn_KeepsItsOrder()
    {
        ListedLine[] lines = [new("companies", null, "Zoe", "Chair", "Z"), new("academia", "Dr", "Amy", "Fellow", "A"), new("companies", null, "Bo", "Counsel", "B")];

        await _people.WithAsync<ParticipantsList>(list => list.FreezeAsync(7, 1, lines, default));

        Assert.Equal(lines, await _people.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.LinesAsync(7, 1, default)));
    }

    [Fact]
    public async Task Remove_ALine_TakesItOutOfEveryVersionAndKeepsItOutOfTheNext()
    {
        await SetAsync("Ann", ListingChoice.Full);
        await SetAsync("Ben", ListingChoice.OrganisationOnly);
        await SetAsync("Cid", ListingChoice.Full);
        await FreezeAsync(version: 1);
        await FreezeAsync(version: 2);
        var newest = await _people.WithAsync<ParticipantsList, IReadOnlyList<(int Version, int Order, ListedLine Line)>>(list => list.AllAsync(1, default));
        var ann = newest.Single(line => line.Line.Name == "Ann");
        var one = newest.Single(line => line.Line is { Name: null, Organisation: "One" });

        Assert.True(await RemoveAsync(ann.Version, ann.Order));
        Assert.False(await RemoveAsync(ann.Version, ann.Order));
        await FreezeAsync(version: 3);
        foreach (var version in new[] { 1, 2, 3 })
            Assert.Equal([null, "Cid"], (await LinesAsync(version)).Select(line => line.Name).Order());

        // Only those whom that line named: Ann's organisation is also Ben's.
        Assert.True(await RemoveAsync(one.Version, one.Order));
        await FreezeAsync(version: 4);
        Assert.Equal(["Cid"], (await LinesAsync(4)).Select(line => line.Name));
    }

    [Fact]
    public async Task FrozenLines_ModulesRole_MayNotChangeThem()
    {
        await SetAsync("Ann", ListingChoice.Full);
        await FreezeAsync(version: 1);
        await using var connection = new NpgsqlConnection(_people.Database.People);
        await connection.OpenAsync();

        await using var change = new NpgsqlCommand("UPDATE people.listed_line SET name = 'x'", connection);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    [LeakChannel(19, 30)]
    public async Task Schema_HoldsNoTimeOfAnythingThatAParticipantDoes()
    {
        await using var connection = new NpgsqlConnection(_people.Database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT coalesce(string_agg(table_name || '.' || column_name, ',' ORDER BY table_name, column_name), '') FROM information_schema.columns
            WHERE table_schema = 'people' AND table_name <> '__EFMigrationsHistory' AND data_type ~ 'time|date|inet'
            """, connection);

        // When a letter is tried again; when staff, after the seal, plan and note something about an offer; and until when somebody who asked to take
        // part may confirm the address, which is forgotten once it is confirmed.
        Assert.Equal("offer_follow_up.due,offer_follow_up.reminded_of,offer_note.at,outbox.not_before,registration.goes_at", await command.ExecuteScalarAsync());
    }

    private Task<IReadOnlyList<ListedLine>> LinesAsync(int version) =>
        _people.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.LinesAsync(1, version, default));

    private Task<bool> RemoveAsync(int version, int order) =>
        _people.WithAsync<ParticipantsList, bool>(list => list.RemoveAsync(1, version, order, _window, default));

    private Task<byte[]> FreezeAsync(int version) => _people.WithAsync<ParticipantsList, byte[]>(list => list.FreezeAsync(1, version, _window, default));

    private async Task SetAsync(string name, ListingChoice choice)
    {
        var people = await _people.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window, default));
        await _people.WithAsync<ParticipantsList>(list => list.SetAsync(people.Single(person => person.Name.EndsWith(name, StringComparison.Ordinal)).ParticipantId, choice, default));
    }
}
