using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.People.Offers;

namespace BTech.People.Tests.Offers;

/// <summary>What becomes of an offer: taken up, changed, closed, noted about, reminded of, counted.</summary>
public sealed class OfferPipelineTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 9, 6);

    private readonly Guid _window = Guid.NewGuid();
    private readonly Guid _officer = Guid.NewGuid();
    private PeopleSide _people = null!;
    private IReadOnlyList<InvitedPerson> _invited = [];

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleSide.NewAsync();
        await using var file = PeopleSide.File("name,role,organisation,group,email,language\nAda,r,First,companies,ada@example.org,en\nBob,r,Second,companies,bob@example.org,fr\n");
        await _people.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(_window, file, ["companies"], save: true, default));
        _invited = await _people.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window, default));
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Save_FromNewToClosedAndBack_EachStageIsKept()
    {
        var offer = await OfferAsync(0);
        Assert.Equal(OfferStage.New, (await FindAsync(offer))!.Offer.Stage);

        Assert.Equal(FollowUpResult.Done, await SaveAsync(offer, 0, due: Today.AddDays(-1)));
        var inHand = (await FindAsync(offer))!.Offer;
        Assert.Equal((OfferStage.InHand, true, false), (inHand.Stage, inHand.IsOverdue(Today), inHand.IsOverdue(Today.AddDays(-1))));

        Assert.Equal(FollowUpResult.Done, await SaveAsync(offer, 1, due: Today.AddDays(-1), outcome: OfferOutcome.Accepted));
        var closed = (await FindAsync(offer))!.Offer;
        Assert.Equal((OfferStage.Closed, false), (closed.Stage, closed.IsOverdue(Today)));
        Assert.Equal(FollowUpResult.Done, await SaveAsync(offer, 2));
        Assert.Equal(OfferStage.InHand, (await FindAsync(offer))!.Offer.Stage);
    }

    [Fact]
    public async Task Save_FromAnOldPage_KeepsWhatTheOtherSaved()
    {
        var offer = await OfferAsync(0);
        Assert.Equal(FollowUpResult.Done, await SaveAsync(offer, 0, "first"));
        Assert.Equal(FollowUpResult.ChangedMeanwhile, await SaveAsync(offer, 0, "second"));
        Assert.Equal(FollowUpResult.Done, await SaveAsync(offer, 1, "third"));
        Assert.Equal(FollowUpResult.ChangedMeanwhile, await SaveAsync(offer, 1, "fourth"));
        Assert.Equal("third", (await FindAsync(offer))!.Offer.FollowUp!.NextStep);
    }

    [Fact]
    public async Task TakenBack_TakesFollowUpAndNotesWithIt()
    {
        var offer = await OfferAsync(0);
        await SaveAsync(offer, 0);
        Assert.True(await NoteAsync(Guid.NewGuid(), offer, _officer));
        Assert.True(await _people.WithAsync<OfferBook, bool>(book => book.TakeBackAsync(offer, _invited[0].InvitationId, default)));

        Assert.Null(await FindAsync(offer));
        Assert.Equal(0, await _people.CountAsync("offer_follow_up") + await _people.CountAsync("offer_note"));
        Assert.Equal(FollowUpResult.NotThere, await SaveAsync(offer, 1));
        Assert.False(await NoteAsync(Guid.NewGuid(), offer, _officer));
    }

    [Fact]
    public async Task Note_SentTwice_IsOne_AndOnlyItsAuthorRemovesIt()
    {
        var (offer, note) = (await OfferAsync(0), Guid.NewGuid());
        Assert.True(await NoteAsync(note, offer, _officer));
        Assert.True(await NoteAsync(note, offer, _officer));
        Assert.False(await NoteAsync(note, offer, Guid.NewGuid()));
        Assert.Single((await FindAsync(offer))!.Notes);
        Assert.False(await RemoveAsync(note, offer, Guid.NewGuid()));
        Assert.True(await RemoveAsync(note, offer, _officer));
        Assert.Empty((await FindAsync(offer))!.Notes);
    }

    [Fact]
    public async Task Count_TwoOffersOfOnePerson_AreOnePerson()
    {
        await OfferAsync(0, OfferKinds.Host | OfferKinds.Research);
        await OfferAsync(0, OfferKinds.Host);
        await OfferAsync(1, OfferKinds.Research);
        var counted = await _people.WithAsync<OfferPipeline, IReadOnlyDictionary<OfferKinds, int>>(pipeline => pipeline.CountAsync(_window, default));
        Assert.Equal([0, 1, 2, 0], new[] { OfferKinds.CoConvene, OfferKinds.Host, OfferKinds.Research, OfferKinds.Resources }.Select(kind => counted[kind]));
    }

    [Fact]
    public async Task Remind_DueOffers_OneLetterForEachOwnerAndEachDayOnce()
    {
        var (first, second, third) = (await OfferAsync(0), await OfferAsync(0), await OfferAsync(1));
        await SaveAsync(first, 0, due: Today);
        await SaveAsync(second, 0, due: Today.AddDays(-3));
        await SaveAsync(third, 0, due: Today.AddDays(1));

        Assert.Equal(["2"], await RemindAsync(Today));
        Assert.Empty(await RemindAsync(Today));
        // Another due day is reminded of anew; a closed offer is not.
        await SaveAsync(first, 1, due: Today.AddDays(1));
        await SaveAsync(third, 1, due: Today.AddDays(1), outcome: OfferOutcome.NoAnswer);
        Assert.Equal(["1"], await RemindAsync(Today.AddDays(1)));
    }

    [Fact]
    public async Task Remind_OnTwoNodesAtOnce_SendsOnce()
    {
        await SaveAsync(await OfferAsync(0), 0, due: Today);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => QueueAsync(Today)));
        Assert.Equal(1, await _people.CountAsync("outbox"));
    }

    private async Task<Guid> OfferAsync(int person, OfferKinds kinds = OfferKinds.Host)
    {
        var id = Guid.NewGuid();
        Assert.True(await _people.WithAsync<OfferBook, bool>(book => book.AddAsync(id, _invited[person].InvitationId, kinds, "a room", default)));
        return id;
    }

    private Task<OfferFile?> FindAsync(Guid offer) => _people.WithAsync<OfferPipeline, OfferFile?>(pipeline => pipeline.FindAsync(offer, default));

    private Task<FollowUpResult> SaveAsync(Guid offer, int version, string step = "write", DateOnly? due = null, OfferOutcome? outcome = null) =>
        _people.WithAsync<OfferPipeline, FollowUpResult>(pipeline => pipeline.SaveAsync(
            new OfferFollowUp { OfferId = offer, OwnerId = _officer, NextStep = step, Due = due, Outcome = outcome, Version = version }, default));

    private Task<bool> NoteAsync(Guid note, Guid offer, Guid author) =>
        _people.WithAsync<OfferPipeline, bool>(pipeline => pipeline.AddNoteAsync(note, offer, author, "spoke to them", default));

    private Task<bool> RemoveAsync(Guid note, Guid offer, Guid author) =>
        _people.WithAsync<OfferPipeline, bool>(pipeline => pipeline.RemoveNoteAsync(note, offer, author, default));

    private Task QueueAsync(DateOnly today) => _people.WithAsync<OfferPipeline>(pipeline => pipeline.RemindAsync(
        _window, today, (owner, offers) => owner == _officer ? new Letter("o@example.org", "o", "en", FormattableString.Invariant($"{offers}"), "t", "h") : null, default));

    private async Task<IReadOnlyList<string>> RemindAsync(DateOnly today)
    {
        await QueueAsync(today);
        var sent = new List<string>();
        while (await _people.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { sent.Add(letter.Subject); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return sent;
    }
}
