using System.Net;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>Somebody invited is corrected, sent a new link, or taken out before the round is open.</summary>
public sealed class PersonPageTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Correct_WrongAddress_KeepsGroupAndBox_AndEndsTheLinksThatWentThere()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        var page = await OpenAsync(admin, window, "p1@example.org");
        var saved = await admin.SubmitAsync(page, [("FullName", "Pérson Öne"), ("Email", "Right@Example.org"), ("Letters", "ar"), ("EndsLinks", "true")], "#save");
        Assert.Equal("Saved.", saved.Document.QuerySelector("[role=status]")!.TextContent);

        var person = (await ListAsync(window)).Single(one => one.Name == "Pérson Öne");
        Assert.Equal(("Right@Example.org", "ar", "companies", "Example 1", true), (person.Email, person.Language, person.GroupLabel, person.Organisation, person.IsLive));
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/participate/{window.CodeOf(1)}")).Status);

        var sent = await admin.SubmitAsync(saved, form: "#mail");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Letter? letter = null;
        await _host.WithAsync<Outbox, Taken>(outbox => outbox.TakeAsync((one, _) => { letter = one; return Task.CompletedTask; }, default));
        Assert.Equal(("Right@Example.org", "ar"), (letter!.Address, letter.Language));
        Assert.Equal("b-tech/1", (await _host.Database.ListAsync("SELECT subject FROM team.audit_entry WHERE action = 'invited person corrected'"))[0]);
    }

    [Fact]
    public async Task Correct_WithoutEndingLinks_TheyWorkOn()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        await admin.SubmitAsync(await OpenAsync(admin, window, "p1@example.org"), [("Role", "Chair")], "#save");

        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/participate/{window.CodeOf(1)}")).Status);
    }

    [Theory]
    [InlineData("Email", "P2@EXAMPLE.ORG")]
    [InlineData("Email", "nobody")]
    [InlineData("FullName", "")]
    [InlineData("Letters", "xx")]
    public async Task Correct_Wrong_IsSaidBesideTheField(string field, string typed)
    {
        var window = await TestWindow.MakeAsync(_host);
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        var page = await admin.SubmitAsync(await OpenAsync(admin, window, "p1@example.org"), [(field, typed)], "#save");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([field], page.InvalidFields);
        Assert.Contains(await ListAsync(window), person => person is { Email: "p1@example.org", Name: "Person 1" });
    }

    [Fact]
    public async Task Remove_BeforeOpening_TakesThePersonOut_AndNotAfterwards()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        var page = await OpenAsync(admin, window, "p1@example.org");
        Assert.Equal("/admin/windows/b-tech/1/people", (await admin.SubmitAsync(page, form: "#remove")).Address.AbsolutePath);
        Assert.Equal(11, (await ListAsync(window)).Count);
        Assert.Equal("0", (await _host.Database.ListAsync("SELECT count(*)::text FROM people.participant WHERE email = 'p1@example.org'"))[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(page.Address.AbsolutePath)).Status);

        var other = await OpenAsync(admin, window, "p2@example.org");
        await _host.WithAsync<InvitationList>(async list => await list.MakeLiveAsync(window.Id, [.. (await list.ForWindowAsync(window.Id, default)).Select(person => person.InvitationId)], default));
        var late = await admin.SubmitAsync(other, form: "#remove");
        Assert.Contains("Meanwhile the round is open", late.Text, StringComparison.Ordinal);
        Assert.Equal(11, (await ListAsync(window)).Count);
        Assert.Null((await OpenAsync(admin, window, "p2@example.org")).Document.QuerySelector("#remove"));
    }

    private async Task<VisitedPage> OpenAsync(FormClient admin, TestWindow window, string email)
    {
        var person = (await ListAsync(window)).Single(one => one.Email == email);
        var list = await admin.GetAsync("/admin/windows/b-tech/1/people");
        return await admin.GetAsync(list.Document.QuerySelector($"a[href$='{person.InvitationId}']")!.GetAttribute("href")!);
    }

    private Task<IReadOnlyList<InvitedPerson>> ListAsync(TestWindow window) =>
        _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(window.Id, default));
}
