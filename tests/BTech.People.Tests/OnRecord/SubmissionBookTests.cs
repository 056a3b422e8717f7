using BTech.People.Invitations;
using BTech.People.OnRecord;

namespace BTech.People.Tests.OnRecord;

/// <summary>One submission for each invitation, changed by its author until it is published, numbered by name.</summary>
public sealed class SubmissionBookTests : IAsyncLifetime
{
    private readonly Guid _window = Guid.NewGuid();
    private PeopleSide _people = null!;
    private IReadOnlyList<InvitedPerson> _invited = [];

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleSide.NewAsync();
        using var file = PeopleSide.File("""
            honorific,name,role,organisation,group,email,language
            Dr,Zoe Zimmer,Director,Zeta,companies,z@example.org,en
            ,Ada Alone,Lawyer,in a personal capacity,companies,a@example.org,en
            ,Max Mean,Head,Middle Org,companies,m@example.org,en

            """);
        Assert.Empty((await _people.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(_window, file, ["companies"], save: true, default))).Problems);
        _invited = await _people.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window, default));
    }

    public ValueTask DisposeAsync() => _people.DisposeAsync();

    [Fact]
    public async Task Signature_OfPersonAndOrganisation_IsWhatTheListHolds()
    {
        Assert.Equal(new Signature("Dr Zoe Zimmer", "Director", "Zeta"), await SignatureAsync("z", Capacity.Person));
        Assert.Equal(new Signature(null, null, "Zeta"), await SignatureAsync("z", Capacity.Organisation));
        Assert.Equal(new Signature("Ada Alone", "Lawyer", null), await SignatureAsync("a", Capacity.Person));
        Assert.Null(await SignatureAsync("a", Capacity.Organisation));
    }

    [Fact]
    public async Task HandIn_TwiceTheSame_IsOne_AndAnotherPagesIsNoticed()
    {
        Assert.Equal(HandingIn.Kept, await HandInAsync("z", "First"));
        Assert.Equal(HandingIn.Kept, await HandInAsync("z", "First"));
        Assert.Equal(HandingIn.Changed, await HandInAsync("z", "Second"));
        Assert.Equal("First", (await OfAsync("z"))!.Words.Text);
        Assert.Equal(HandingIn.Kept, await HandInAsync("z", "Second", seen: 1));
        Assert.Equal(HandingIn.Kept, await HandInAsync("z", "Second", seen: 1));
        Assert.Equal(HandingIn.Changed, await HandInAsync("z", "Third", seen: 1));
        Assert.Equal(("Second", 2), ((await OfAsync("z"))!.Words.Text, (await OfAsync("z"))!.Edition));
    }

    [Fact]
    public async Task HandIn_AfterClosing_TakesChangesAndNoNewOne()
    {
        await HandInAsync("z", "First");
        Assert.Equal(HandingIn.TooLate, await HandInAsync("m", "Late", takesNew: false));
        Assert.Null(await OfAsync("m"));
        Assert.Equal(HandingIn.Kept, await HandInAsync("z", "Better", seen: 1, takesNew: false));
        Assert.True(await WithdrawAsync("z"));
        Assert.Equal(HandingIn.TooLate, await HandInAsync("z", "Again", takesNew: false));
    }

    [Fact]
    public async Task Publish_NumbersByName_AndEndsChanging()
    {
        await HandInAsync("z", "From Zeta", capacity: Capacity.Organisation);
        await HandInAsync("m", "From Max");
        await HandInAsync("a", "From Ada");

        Assert.Equal(3, await PublishAsync());
        Assert.Equal(0, await PublishAsync());

        Assert.Equal([(1, "From Ada"), (2, "From Max"), (3, "From Zeta")], (await AnnexAsync()).Select(entry => (entry.Number, entry.Words!.Text)));
        Assert.Equal(HandingIn.Final, await HandInAsync("m", "Better", seen: 1));
        Assert.False(await WithdrawAsync("m"));
        Assert.Equal("From Max", (await OfAsync("m"))!.Words.Text);
    }

    [Fact]
    public async Task TakeDown_LeavesThePlaceWithoutAWord_AndCanBePutBack()
    {
        await HandInAsync("z", "From Zeta");
        await HandInAsync("a", "From Ada");
        var id = (await ForWindowAsync()).Single(submission => submission.Words.Text == "From Ada").Id;
        Assert.False(await TakeDownAsync(Guid.NewGuid(), id, isDown: true));
        Assert.True(await TakeDownAsync(_window, id, isDown: true));
        // Taken down before it was published: its author cannot bring it in by the back door.
        Assert.Equal(HandingIn.Final, await HandInAsync("a", "Other", seen: 1));
        await PublishAsync();
        Assert.Equal([(1, null), (2, "From Zeta")], (await AnnexAsync()).Select(entry => (entry.Number, entry.Words?.Text)));

        Assert.True(await TakeDownAsync(_window, id, isDown: false));
        Assert.Equal("From Ada", (await AnnexAsync())[0].Words!.Text);
    }

    [Fact]
    public async Task ForWindow_NamesWhomToAsk()
    {
        await HandInAsync("z", "From Zeta", capacity: Capacity.Organisation);
        var submission = Assert.Single(await ForWindowAsync());
        Assert.Equal(("z@example.org", null, false), (submission.Email, submission.Number, submission.IsTakenDown));
        Assert.Empty(await _people.WithAsync<SubmissionBook, IReadOnlyList<HandedIn>>(book => book.ForWindowAsync(Guid.NewGuid(), default)));
        Assert.Empty(await _people.WithAsync<SubmissionBook, IReadOnlyDictionary<Guid, IReadOnlyList<AnnexEntry>>>(book => book.AnnexesAsync([_window], default)));
    }

    private InvitedPerson Person(string who) => _invited.Single(person => person.Email == $"{who}@example.org");

    private Task<Signature?> SignatureAsync(string who, Capacity capacity) =>
        _people.WithAsync<SubmissionBook, Signature?>(book => book.SignatureAsync(Person(who).ParticipantId, capacity, default));

    private async Task<HandingIn> HandInAsync(string who, string text, int seen = 0, bool takesNew = true, Capacity capacity = Capacity.Person)
    {
        var words = new SubmissionText((await SignatureAsync(who, capacity))!, null, "en", text);
        return await _people.WithAsync<SubmissionBook, HandingIn>(book => book.HandInAsync(_window, Person(who).InvitationId, capacity, words, seen, takesNew, default));
    }

    private Task<OwnSubmission?> OfAsync(string who) => _people.WithAsync<SubmissionBook, OwnSubmission?>(book => book.OfAsync(Person(who).InvitationId, default));

    private Task<bool> WithdrawAsync(string who) => _people.WithAsync<SubmissionBook, bool>(book => book.WithdrawAsync(Person(who).InvitationId, default));

    private Task<int> PublishAsync() => _people.WithAsync<SubmissionBook, int>(book => book.PublishAsync(_window, default));

    private Task<bool> TakeDownAsync(Guid window, Guid id, bool isDown) => _people.WithAsync<SubmissionBook, bool>(book => book.TakeDownAsync(window, id, isDown, default));

    private Task<IReadOnlyList<HandedIn>> ForWindowAsync() => _people.WithAsync<SubmissionBook, IReadOnlyList<HandedIn>>(book => book.ForWindowAsync(_window, default));

    private async Task<IReadOnlyList<AnnexEntry>> AnnexAsync() =>
        (await _people.WithAsync<SubmissionBook, IReadOnlyDictionary<Guid, IReadOnlyList<AnnexEntry>>>(book => book.AnnexesAsync([_window], default)))[_window];
}
