using System.Net;
using BTech.People.Invitations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A letter is handed in for somebody invited: it lies in that person's box, and the page tells nothing of the box.</summary>
public sealed class LetterPageTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(29)]
    public async Task Letter_SaysTheSameForWhoeverWroteAndWhoeverDidNot_AndItsAuthorMayRemoveIt()
    {
        await _window.SendAsync(2, "What I wrote myself.");
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        var answers = new List<string>();
        foreach (var person in new[] { 1, 2 })
        {
            var page = await admin.GetAsync(await AddressAsync(person));
            var refused = await admin.SubmitAsync(page, [("Texts[2]", $"By post {person}.")]);
            Assert.Equal((HttpStatusCode.BadRequest, $"By post {person}."), (refused.Status, refused.Value("Texts[2]")));
            Assert.Equal(["HasAgreed"], refused.InvalidFields);
            var done = await admin.SubmitAsync(refused, [("HasAgreed", "true"), ("Texts[0]", $"Overall {person}.")]);
            Assert.Equal(HttpStatusCode.OK, done.Status);
            Assert.DoesNotContain("By post", done.Body, StringComparison.Ordinal);
            answers.Add(done.Text.Replace($"Person {person}", "", StringComparison.Ordinal));
        }
        Assert.Single(answers.Distinct());

        // No line of the audit and none of the identity side says for whom.
        var lines = await _host.Database.ListAsync("SELECT action || ' ' || subject FROM team.audit_entry WHERE action LIKE 'letter%'");
        Assert.Equal(["letter handed in b-tech/1", "letter handed in b-tech/1"], lines);

        using var author = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(author, _window.CodeOf(2));
        var check = await author.GetAsync("/participate/check");
        foreach (var text in new[] { "What I wrote myself.", "By post 2.", "Overall 2.", "A letter handed in for you" }) Assert.Contains(text, check.Text, StringComparison.Ordinal);
        var letters = check.Document.QuerySelectorAll("a[href*='/letters/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, letters.Count);
        foreach (var letter in letters) await author.SubmitAsync(await author.GetAsync(letter), button: "button[value=remove]");
        await author.SubmitAsync(await author.GetAsync("/participate/check"), button: "button[value=send]");
        Assert.DoesNotContain("By post 2.", (await author.GetAsync("/participate/check")).Text, StringComparison.Ordinal);

        await _window.CloseEarlyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(await AddressAsync(1))).Status);
    }

    [Theory]
    [InlineData(StaffRole.Moderator)]
    [InlineData(StaffRole.Clearance)]
    [InlineData(StaffRole.Offers)]
    public async Task Letter_ForOthersThanAdministrators_IsNotThere(StaffRole role)
    {
        using var somebody = await new Crew(_host).NewAsync("somebody", role);
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync(await AddressAsync(1))).Status);
    }

    private async Task<string> AddressAsync(int person)
    {
        var people = await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window.Id, default));
        return $"/admin/windows/b-tech/1/people/{people.Single(one => one.Email == $"p{person}@example.org").InvitationId}/letter";
    }
}
