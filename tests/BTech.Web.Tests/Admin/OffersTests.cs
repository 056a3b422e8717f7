using System.Net;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.People.Offers;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Jobs;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The offers officer's pages, the reminder, and what of the offers passes to a report.</summary>
public sealed class OffersTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _window = null!;
    private Crew _crew = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        _crew = new Crew(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Offer_BeforeTheSealOrOfAnotherWindow_IsNotThere()
    {
        var offer = await OfferAsync(1, OfferKinds.Host);
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/admin/offers/{offer}")).Status);

        await SealAsync();
        using var later = await _crew.SignInAsync("offers");
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync($"/admin/offers/{offer}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/admin/offers/{Guid.NewGuid()}")).Status);
        using var moderator = await _crew.NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync($"/admin/offers/{offer}")).Status);
        using var administrator = await _crew.NewAsync("administrator", StaffRole.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/admin/offers/{offer}")).Status);
        await _crew.AddAsync("elsewhere", Guid.NewGuid(), StaffRole.Offers);
        using var elsewhere = await _crew.SignInAsync("elsewhere");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/admin/offers/{offer}")).Status);
        Assert.DoesNotContain("Person 1", (await elsewhere.GetAsync("/admin/offers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_TakenUpNotedAndClosed_IsShownAndFiltered()
    {
        var offer = await OfferAsync(1, OfferKinds.Host);
        await SealAsync();
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        var list = await officer.GetAsync("/admin/offers");
        Assert.Contains("Nobody has taken it up", list.Text, StringComparison.Ordinal);

        var page = await officer.GetAsync($"/admin/offers/{offer}");
        var day = Day(-1);
        var saved = await officer.SubmitAsync(page, [("NextStep", "Ask for the\nsize of the room"), ("Due", day)], "#follow-up");
        Assert.Contains("The follow-up is saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal(("Ask for the size of the room", day), (saved.Value("NextStep"), saved.Value("Due")));
        Assert.Contains("Overdue", (await officer.GetAsync("/admin/offers?Show=Due")).Text, StringComparison.Ordinal);
        Assert.Contains("Person 1", (await officer.GetAsync("/admin/offers?Show=Mine")).Text, StringComparison.Ordinal);

        var noted = await officer.SubmitAsync(saved, [("Note", "Sixty seats.\nFree in May.")], "#note");
        Assert.Contains("Sixty seats.", noted.Text, StringComparison.Ordinal);
        var removed = await officer.SubmitAsync(noted, form: "form[action$='handler=RemoveNote']");
        Assert.DoesNotContain("Sixty seats.", removed.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(removed, [("Outcome", "Accepted")], "#follow-up");
        Assert.Contains("No offers of this round are like that", (await officer.GetAsync("/admin/offers")).Text, StringComparison.Ordinal);
        Assert.Contains("Person 1", (await officer.GetAsync("/admin/offers?Show=Closed")).Text, StringComparison.Ordinal);
        Assert.Contains("Person 1", (await officer.GetAsync("/admin/offers?Show=All")).Text, StringComparison.Ordinal);

        using var administrator = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var audit = (await administrator.GetAsync("/admin/audit")).Text;
        Assert.Contains("offer closed: Accepted", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 1", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_BadInput_KeepsEverythingAndNamesTheFields()
    {
        var offer = await OfferAsync(1, OfferKinds.Host);
        await SealAsync();
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        var page = await officer.GetAsync($"/admin/offers/{offer}");
        var text = new string('x', 301);

        var refused = await officer.SubmitAsync(page, [("NextStep", text), ("Due", "soon"), ("Owner", Guid.NewGuid().ToString()), ("Outcome", "7")], "#follow-up");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal((text, "soon"), (refused.Value("NextStep"), refused.Value("Due")));
        Assert.Superset(new HashSet<string> { "NextStep", "Due", "Owner" }, refused.InvalidFields.ToHashSet());
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, [("Note", "   ")], "#note")).Status);
        var tooLong = await officer.SubmitAsync(page, [("Note", new string('n', 2_001))], "#note");
        Assert.Equal((HttpStatusCode.BadRequest, 2_001), (tooLong.Status, tooLong.Value("Note")!.Length));
    }

    [Fact]
    public async Task FollowUp_ChangedByAnotherMeanwhile_ShowsBothAndLosesNeither()
    {
        var offer = await OfferAsync(1, OfferKinds.Host);
        await SealAsync();
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        var page = await officer.GetAsync($"/admin/offers/{offer}");
        await officer.SubmitAsync(page, [("NextStep", "theirs")], "#follow-up");

        var both = await officer.SubmitAsync(page, [("NextStep", "mine")], "#follow-up");

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("mine", both.Value("NextStep"));
        Assert.Contains("theirs", both.Text, StringComparison.Ordinal);
        Assert.Equal("mine", (await officer.SubmitAsync(both, form: "#follow-up")).Value("NextStep"));
    }

    [Fact]
    public async Task Reminder_OnTheDueDay_NamesNobodyAndGoesOutOnce()
    {
        var offer = await OfferAsync(1, OfferKinds.Host);
        await SealAsync();
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        await officer.SubmitAsync(await officer.GetAsync($"/admin/offers/{offer}"), [("NextStep", "Write"), ("Due", Day(2))], "#follow-up");
        await _host.RunAsync<OfferReminderJob>();
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));

        _host.Clock.Advance(TimeSpan.FromDays(2));
        await _host.RunAsync<OfferReminderJob>();
        await _host.RunAsync<OfferReminderJob>();

        Letter? letter = null;
        Assert.Equal(Taken.Sent, await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((sent, _) => { letter = sent; return Task.CompletedTask; }, default)));
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
        Assert.Equal("offers@example.org", letter!.Address);
        Assert.Contains("1 offer of", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 1", letter.Text + letter.Html + letter.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_AreBandsByKind_AndNothingOfOne()
    {
        await OfferAsync(1, OfferKinds.Host);
        Assert.Null(await SentenceAsync());
        await OfferAsync(2, OfferKinds.Research);
        await OfferAsync(3, OfferKinds.Research | OfferKinds.Host);
        for (var person = 4; person <= 8; person++) await OfferAsync(person, OfferKinds.Research);

        var sentence = await SentenceAsync();

        Assert.EndsWith("to host a meeting (two to four people); to contribute research (five to nine people).", sentence, StringComparison.Ordinal);
    }

    private Task<string?> SentenceAsync() => _host.WithAsync<OfferFigures, string?>(figures => figures.SentenceAsync(_window.Id, Language.English, default));

    private string Day(int days) => DateOnly.FromDateTime(_host.Clock.GetUtcNow().UtcDateTime.AddDays(days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task SealAsync() => _host.WithAsync<Agenda.Windows.CommentWindows>(windows => windows.ChangeAsync(_window.Id, found => found.IsSealed = true, default));

    private async Task<Guid> OfferAsync(int person, OfferKinds kinds)
    {
        var invited = (await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window.Id, default)))
            .Single(one => one.Email == FormattableString.Invariant($"p{person}@example.org"));
        var id = Guid.NewGuid();
        Assert.True(await _host.WithAsync<OfferBook, bool>(book => book.AddAsync(id, invited.InvitationId, kinds, "A room for sixty.", default)));
        return id;
    }
}
