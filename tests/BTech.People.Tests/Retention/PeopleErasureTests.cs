using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.People.Mail;
using BTech.People.Offers;
using BTech.People.OnRecord;
using BTech.People.Retention;
using BTech.Testing;

namespace BTech.People.Tests.Retention;

/// <summary>Participants' data of a window are erased; what another window needs and what was published by agreement stays.</summary>
public sealed class PeopleErasureTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["participant", "organisation", "organisation_alias", "invitation", "invitation_link", "listing_consent", "offer", "offer_follow_up", "offer_note", "submission", "outbox"];

    private readonly Guid _window = Guid.NewGuid();
    private readonly Guid _other = Guid.NewGuid();
    private PeopleSide _people = null!;

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleSide.NewAsync();
        await ImportAsync(_window, "Ada Alone,r,First Firm,companies,ada@example.org,en\nBob Both,r,Second Firm,companies,bob@example.org,en\n");
        await ImportAsync(_other, "Bob Both,r,Second Firm,companies,bob@example.org,en\nEve Other,r,Third Firm,companies,eve@example.org,en\n");
        foreach (var window in new[] { _window, _other })
            foreach (var person in await ListAsync(window))
            {
                await _people.WithAsync<InvitationList, string>(list => list.MintLinkAsync(person.InvitationId, default));
                var offer = Guid.NewGuid();
                await _people.WithAsync<OfferBook, bool>(book => book.AddAsync(offer, person.InvitationId, OfferKinds.Host, "a room", default));
                await _people.WithAsync<OfferPipeline, FollowUpResult>(pipeline => pipeline.SaveAsync(
                    new OfferFollowUp { OfferId = offer, OwnerId = Guid.NewGuid(), NextStep = "write back", Version = 0 }, default));
                await _people.WithAsync<OfferPipeline, bool>(pipeline => pipeline.AddNoteAsync(Guid.NewGuid(), offer, Guid.NewGuid(), "spoke", default));
                await HandInAsync(window, person);
                await _people.WithAsync<ParticipantsList>(list => list.SetAsync(person.ParticipantId, ListingChoice.Full, default));
                await _people.WithAsync<Outbox>(outbox => outbox.AddAsync(window, [new Letter(person.Email, person.Name, "en", "s", "t", "h")], default));
            }
        // The mail server is down: every letter waits for its next try.
        while (await _people.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((_, _) => throw new IOException("down"), default)) != Taken.Nothing) { }
        await _people.WithAsync<ParticipantsList, byte[]>(list => list.FreezeAsync(1, 1, _window, default));
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Kept_CountsThoseWhoWouldGo() => Assert.Equal(new KeptPeople(2, 1, 2), await KeptAsync(_window));

    [Fact]
    public async Task Erase_Window_TakesEverybodyWhoIsNeededNowhereElse()
    {
        Assert.False(await IsDoneAsync());
        var gone = await EraseAsync();
        Assert.True(await IsDoneAsync());

        Assert.Equal(["Ada Alone", "ada@example.org"], gone!.Order(StringComparer.Ordinal));
        Assert.Empty(await ListAsync(_window));
        var others = await ListAsync(_other);
        Assert.Equal(["Bob Both", "Eve Other"], others.Select(person => person.Name));
        var left = await Task.WhenAll(Tables.Select(table => _people.CountAsync(table)));
        Assert.Equal(new long[] { 2, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2 }, left);
        var lines = await LinesAsync();
        Assert.Equal(["First Firm", "Second Firm"], lines.Select(line => line.Organisation!));
        Assert.Equal(new KeptPeople(0, 0, 0), await KeptAsync(_window));
        Assert.Equal(new KeptPeople(2, 2, 2), await KeptAsync(_other));
    }

    [Fact]
    public async Task Erase_TheLastWindow_LeavesNobody()
    {
        await EraseAsync();
        var gone = await EraseAsync(_other);
        Assert.Equal(["Bob Both", "Eve Other", "bob@example.org", "eve@example.org"], gone!.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(Tables.Select(table => _people.CountAsync(table))), count => Assert.Equal(0, count));
        Assert.Equal(2, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task Erase_PublishedSubmissions_StayWithoutWhatTiesThem_AndThoseTakenDownWithoutAWord()
    {
        await _people.WithAsync<SubmissionBook, int>(book => book.PublishAsync(_window, default));
        var ada = (await SubmissionsAsync()).Single(submission => submission.Words.Signature.Name == "Ada Alone");
        await _people.WithAsync<SubmissionBook, bool>(book => book.TakeDownAsync(_window, ada.Id, isDown: true, default));

        await EraseAsync();

        var left = await SubmissionsAsync();
        Assert.Equal([null, "Bob Both"], left.Select(submission => submission.Words.Signature.Name));
        Assert.Equal(["", "A statement by Bob Both"], left.Select(submission => submission.Words.Text));
        Assert.All(left, submission => Assert.Null(submission.Email));
        Assert.False(await _people.WithAsync<SubmissionBook, bool>(book => book.TakeDownAsync(_window, ada.Id, isDown: false, default)));
        Assert.Equal(4, await _people.CountAsync("submission"));
    }

    [Fact]
    public async Task Erase_SamePersonInAnotherCapacity_IsNotSearchedFor()
    {
        await ImportAsync(_other, "Ada Alone,r,Another Firm,companies,ada@example.org,en\n");
        Assert.Empty((await EraseAsync())!);
        Assert.Contains("Ada Alone", (await ListAsync(_other)).Select(person => person.Name));
    }

    [Fact]
    public async Task Erase_Rewrites_EveryRowInOneTransaction()
    {
        await EraseAsync();
        Assert.Equal(1L, await _people.Database.AskAsync<long>(
            $"SELECT count(DISTINCT x) FROM ({string.Join(" UNION ALL ", Tables.Select(table => $"SELECT xmin::text AS x FROM people.{table}"))}) AS rows"));
    }

    /// <summary>The tables are copied out before the erasure and back in afterwards, as a restored backup would: they are erased again.</summary>
    [Fact]
    public async Task Erase_RestoredFromAnOlderDump_IsErasedAgain()
    {
        var dump = await TableDump.TakeAsync(_people.Database, Tables.Select(table => $"people.{table}"));
        await EraseAsync();

        await dump.RestoreAsync();
        Assert.False(await IsDoneAsync());
        Assert.Equal(2, (await ListAsync(_window)).Count);

        await EraseAsync();

        Assert.True(await IsDoneAsync());
        Assert.Empty(await ListAsync(_window));
        Assert.Equal(2, await _people.CountAsync("participant"));
    }

    private Task<KeptPeople> KeptAsync(Guid window) => _people.WithAsync<PeopleErasure, KeptPeople>(erasure => erasure.KeptAsync(window, default));

    private Task<bool> IsDoneAsync() => _people.WithAsync<PeopleErasure, bool>(erasure => erasure.IsDoneAsync(_window, default));

    private Task<IReadOnlyCollection<string>?> EraseAsync(Guid? window = null) =>
        _people.WithAsync<PeopleErasure, IReadOnlyCollection<string>?>(erasure => erasure.EraseAsync(window ?? _window, default));

    private Task<IReadOnlyList<InvitedPerson>> ListAsync(Guid window) => _people.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(window, default));

    private Task<IReadOnlyList<ListedLine>> LinesAsync() => _people.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.LinesAsync(1, 1, default));

    private async Task ImportAsync(Guid window, string rows)
    {
        using var file = PeopleSide.File("name,role,organisation,group,email,language\n" + rows);
        var report = await _people.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(window, file, ["companies"], save: true, default));
        Assert.Empty(report.Problems);
    }

    private Task<HandingIn> HandInAsync(Guid window, InvitedPerson person) => _people.WithAsync<SubmissionBook, HandingIn>(book => book.HandInAsync(
        window, person.InvitationId, Capacity.Person, new SubmissionText(new Signature(person.Name, person.Role, person.Organisation), null, "en", $"A statement by {person.Name}"), 0, takesNew: true, default));

    private Task<IReadOnlyList<HandedIn>> SubmissionsAsync() => _people.WithAsync<SubmissionBook, IReadOnlyList<HandedIn>>(book => book.ForWindowAsync(_window, default));
}
