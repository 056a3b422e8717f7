using System.Net;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Public;

/// <summary>Asking to take part: the same answer for everybody, an address confirmed by mail, an administrator's decision, and an invitation like any other.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private const string Address = "/consultations/b-tech/register";

    private TestHost _host = null!;
    private TestWindow _made = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _made = await TestWindow.MakeAsync(_host);
        await AdmitAsync(Admission.Both);
        _admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Register_ConfirmApprove_TakesPartWithALinkAndCountsFromTheMixOn()
    {
        Assert.NotNull((await _admin.GetAsync("/consultations/b-tech")).Document.QuerySelector($"a[href='{Address}']"));
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync("new@example.org", organisation: "Example 1", language: "fr")).Status);
        var letter = Assert.Single(await SentAsync());
        // Nothing that was typed goes to an address that nobody has confirmed.
        Assert.DoesNotContain("Zoé", letter.Text + letter.Html + letter.Name, StringComparison.Ordinal);
        Assert.Equal("fr", letter.Language);
        Assert.Empty(await RequestsAsync());

        using var visitor = _host.NewVisitor();
        var confirm = await visitor.GetAsync(LinkOf(letter));
        Assert.Empty(await RequestsAsync());
        Assert.Equal("Votre adresse est confirmée", (await visitor.SubmitAsync(confirm)).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(LinkOf(letter))).Status);

        var before = await FiguresAsync();
        await ApproveAsync("new@example.org");
        Assert.Equal(before, await FiguresAsync());
        Assert.Empty(await SentAsync());
        await _host.RunAsync<MixJob>();
        var after = await FiguresAsync();
        Assert.Equal((before.Invited + 1, before.Organisations), (after.Invited, after.Organisations));
        var invitation = Assert.Single(await SentAsync());
        Assert.Equal("new@example.org", invitation.Address);
        Assert.Contains("Zoé", invitation.Text, StringComparison.Ordinal);
        Assert.Empty(await SentAsync());
        var link = Line(invitation, "/fr/participate/");
        Assert.EndsWith("/participate/rule", (await visitor.SubmitAsync(await visitor.GetAsync(link))).Address.AbsolutePath, StringComparison.Ordinal);
        // The request itself is gone; the audit counts decisions and names nobody.
        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
        Assert.Equal(["registration approved: b-tech/1"], await _host.Database.ListAsync("SELECT action || ': ' || subject FROM team.audit_entry WHERE action LIKE 'registration%'"));
    }

    [Fact]
    public async Task Register_WhoeverItIs_SeesTheSameAndTheSameIsDone()
    {
        var unknown = await RegisterAsync("new@example.org");
        foreach (var address in new[] { "p1@example.org", "P2@EXAMPLE.ORG", "new@example.org" })
        {
            var known = await RegisterAsync(address);
            Assert.Equal((unknown.Status, unknown.Text), (known.Status, known.Text));
        }
        Assert.Equal("4", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));

        // Those invited get the link they may have lost, in the language of their invitation.
        var letters = await SentAsync();
        Assert.Equal(["new@example.org", "new@example.org", "p1@example.org", "p2@example.org"], letters.Select(letter => letter.Address).Order());
        Assert.All(letters.Where(letter => letter.Address[0] == 'p'), letter => Assert.StartsWith("Your link", letter.Subject, StringComparison.Ordinal));

        // Confirmed once, by either link; the other one is over, and another request is dropped in silence.
        var links = letters.Where(letter => letter.Address[0] == 'n').Select(LinkOf).ToList();
        using var visitor = _host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync(links[1]));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(links[0])).Status);
        Assert.Single(await RequestsAsync());
        await RegisterAsync("new@example.org");
        Assert.Empty(await SentAsync());
    }

    [Fact]
    public async Task Decline_TellsTheReason_AndErasesTheRequest()
    {
        await ConfirmedAsync("new@example.org");
        var page = await _admin.GetAsync(Assert.Single(await RequestsAsync()));
        var refused = await _admin.SubmitAsync(page, form: "#decline");
        Assert.Equal((HttpStatusCode.BadRequest, "Reason"), (refused.Status, Assert.Single(refused.InvalidFields)));

        await _admin.SubmitAsync(refused, [("Reason", "This round is for\r\ncompanies <b>only</b>.")], "#decline");
        var letter = Assert.Single(await SentAsync());
        Assert.Contains("This round is for\ncompanies <b>only</b>.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("companies &lt;b&gt;only&lt;/b&gt;.", letter.Html, StringComparison.Ordinal);
        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync(page.Address.AbsolutePath)).Status);
    }

    [Fact]
    public async Task Approve_ByTwoAtOnce_InvitesOnce()
    {
        await ConfirmedAsync("new@example.org");
        var page = await _admin.GetAsync(Assert.Single(await RequestsAsync()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _admin.SubmitAsync(page, form: "#approve")));

        Assert.Equal("1", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.participant WHERE email = 'new@example.org'"))[0]);
        Assert.Single(await _host.Database.ListAsync("SELECT action FROM team.audit_entry WHERE action = 'registration approved'"));
    }

    [Fact]
    public async Task Approve_AnotherSpellingOfAnOrganisation_IsAskedAboutAndCanBeCorrected()
    {
        await ConfirmedAsync("new@example.org", "Example 1 Ltd");
        var page = await _admin.GetAsync(Assert.Single(await RequestsAsync()));
        Assert.Contains("Example 1", page.Document.QuerySelector("#approve .notice")!.TextContent, StringComparison.Ordinal);

        await _admin.SubmitAsync(page, [("Organisation", "example  1"), ("Group", "civil-society")], "#approve");
        await _host.RunAsync<MixJob>();
        var person = (await ListAsync()).Single(one => one.Email == "new@example.org");
        Assert.Equal(("Example 1", "civil-society"), (person.Organisation, person.GroupLabel));
    }

    [Theory]
    [InlineData("Name", " ")]
    [InlineData("Role", "")]
    [InlineData("Group", "strangers")]
    [InlineData("Email", "new@example")]
    [InlineData("Email", "new@example.org, other@example.org")]
    [InlineData("Letters", "xx")]
    [InlineData("Organisation", "turned\u202Eround")]
    public async Task Register_Wrong_IsSaidBesideTheFieldWithTheRestKept(string field, string typed)
    {
        using var visitor = _host.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync(Address), [.. Filled("new@example.org").Where(value => value.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([field], page.InvalidFields);
        if (field != "Name") Assert.Equal("Zoé Nouvelle", page.Value("Name"));
        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
    }

    [Fact]
    public async Task Register_ToOneAddressAgainAndAgain_WritesThreeLetters()
    {
        for (var i = 0; i < 6; i++) Assert.Equal("Look in your mailbox", (await RegisterAsync("new@example.org")).Heading);

        Assert.Equal(3, (await SentAsync()).Count);
    }

    [Fact]
    public async Task Unconfirmed_GoesAfterSevenDays_AndItsLinkWithIt()
    {
        await RegisterAsync("new@example.org");
        var letter = Assert.Single(await SentAsync());
        _host.Clock.Advance(TimeSpan.FromDays(7));
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(LinkOf(letter))).Status);
        await _host.RunAsync<RegistrationJob>();

        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
    }

    [Fact]
    public async Task Closing_EndsRegistration_AndForgetsWhatIsUndecided()
    {
        await ConfirmedAsync("new@example.org");
        using var late = _host.NewVisitor();
        var form = await late.GetAsync(Address);
        await _made.CloseEarlyAsync();
        var page = await late.SubmitAsync(form, Filled("late@example.org"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Registration is not open", page.Text, StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync());
        await _host.RunAsync<RegistrationJob>();

        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.registration"))[0]);
        Assert.Null((await late.GetAsync("/consultations/b-tech")).Document.QuerySelector($"a[href='{Address}']"));
    }

    [Fact]
    public async Task Invited_Only_IsNotOpenToRegistration()
    {
        await AdmitAsync(Admission.Invited);
        var page = await _admin.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Null((await _admin.GetAsync("/consultations/b-tech")).Document.QuerySelector($"a[href='{Address}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync("/consultations/unheard-of/register")).Status);
    }

    [Fact]
    public async Task Registration_Only_TakesNoFile()
    {
        await AdmitAsync(Admission.Registration);
        Assert.Null((await _admin.GetAsync("/admin/windows/b-tech/1/people")).Document.QuerySelector("a[href$='/people/import']"));
        Assert.Contains("by registration alone", (await _admin.GetAsync("/admin/windows/b-tech/1/people/import")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AreForAdministratorsOfTheWindow()
    {
        await ConfirmedAsync("new@example.org");
        var request = Assert.Single(await RequestsAsync());
        using var moderator = await new Crew(_host).NewAsync("reader", StaffRole.Moderator);
        foreach (var address in new[] { "/admin/windows/b-tech/1/registrations", request })
            Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(address)).Status);
    }

    private Task AdmitAsync(Admission admission) => _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_made.Id, window => window.Admission = admission, default));

    private static (string, string?)[] Filled(string email, string organisation = "", string language = "en") =>
        [("Name", "Zoé Nouvelle"), ("Role", "Chair"), ("Organisation", organisation), ("Group", "companies"), ("Email", email), ("Letters", language)];

    private async Task<VisitedPage> RegisterAsync(string email, string organisation = "", string language = "en")
    {
        using var visitor = _host.NewVisitor();
        var page = await visitor.GetAsync(Address);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        return await visitor.SubmitAsync(page, Filled(email, organisation, language));
    }

    private async Task ConfirmedAsync(string email, string organisation = "")
    {
        await RegisterAsync(email, organisation);
        using var visitor = _host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync(LinkOf(Assert.Single(await SentAsync()))));
    }

    private async Task ApproveAsync(string email)
    {
        var page = await _admin.GetAsync(Assert.Single(await RequestsAsync()));
        Assert.Contains(email, page.Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(page, form: "#approve");
    }

    private async Task<IReadOnlyList<string>> RequestsAsync() =>
        [.. (await _admin.GetAsync("/admin/windows/b-tech/1/registrations")).Document.QuerySelectorAll("main td a").Select(link => link.GetAttribute("href")!)];

    private Task<IReadOnlyList<InvitedPerson>> ListAsync() => _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_made.Id, default));

    private async Task<(int Invited, int Organisations)> FiguresAsync()
    {
        var families = new Dictionary<string, string> { ["companies"] = "companies", ["civil-society"] = "civil-society" };
        var (groups, _) = await _host.WithAsync<InvitedFigures, (IReadOnlyList<GroupFigures>, IReadOnlyList<GroupFigures>)>(invited => invited.LiveAsync(_made.Id, families, default));
        var companies = groups.Single(group => group.GroupLabel == "companies");
        return (companies.Invited, companies.Organisations);
    }

    private async Task<List<Letter>> SentAsync()
    {
        await _host.RunAsync<RegistrationJob>();
        var letters = new List<Letter>();
        while (await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default)) == Taken.Sent) { }
        return letters;
    }

    private static string LinkOf(Letter letter) => Line(letter, "/register/confirm/");

    private static string Line(Letter letter, string part) =>
        letter.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal) && line.Contains(part, StringComparison.Ordinal));
}
