using System.Net;
using System.Text;
using BTech.People.Invitations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>People by file, links and mail; consultations and rounds made by form; staff and roles.</summary>
public sealed class PeopleAndStaffTests : IAsyncLifetime
{
    private const string Round = "/admin/windows/b-tech/1";
    private const string Header = "name,role,organisation,group,email,language\n";

    private TestHost _host = null!;
    private Crew _crew = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        _admin = await _crew.NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Import_BadRows_ImportsNothingAndNamesEachReason()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        var report = await UploadAsync(Header + "A <b>Name</b>,Role,Org,companies,not an address,en\nB,Role,Org,unknown,b@example.org,xx\nC,Role,Org,companies,p1@example.org,en\n");
        Assert.Equal(HttpStatusCode.BadRequest, report.Status);
        var rows = report.Document.QuerySelectorAll("main table tbody tr");
        Assert.Equal(4, rows.Length);
        Assert.Contains("is not an e-mail address", report.Text, StringComparison.Ordinal);
        Assert.Contains("is not a group of this consultation", report.Text, StringComparison.Ordinal);
        Assert.Contains("is invited already", report.Text, StringComparison.Ordinal);
        Assert.Equal(12, (await InvitedAsync(window.Id)).Count);
    }

    [Fact]
    public async Task Import_CleanFile_IsPreviewedThenImportedOnce()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        var preview = await UploadAsync(Header + "New Person,Role,New Org,companies,new@example.org,fr\n");
        Assert.Contains("1 row, without a mistake", preview.Text, StringComparison.Ordinal);
        Assert.Equal(12, (await InvitedAsync(window.Id)).Count);
        var list = await _admin.SubmitAsync(preview, form: "#import");
        Assert.Equal($"{Round}/people", list.Address.AbsolutePath);
        Assert.Contains("New Person", list.Text, StringComparison.Ordinal);
        var again = await _admin.SubmitAsync(preview, form: "#import");
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(13, (await InvitedAsync(window.Id)).Count);
    }

    [Fact]
    public async Task Import_OrganisationUnderTwoNames_AsksBeforeAnybodyIsInvited()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        var preview = await UploadAsync(Header + "A,R,Acme Systems,companies,a@example.org,fr\nB,R,\"Acme Systems, Inc.\",companies,b@example.org,fr\n");
        Assert.Contains("May be the same organisation", preview.Text, StringComparison.Ordinal);

        var unanswered = await _admin.SubmitAsync(preview, form: "#import");
        Assert.Equal(HttpStatusCode.BadRequest, unanswered.Status);
        Assert.Equal(["Twins[0].Choice"], unanswered.InvalidFields.Distinct());
        Assert.Equal(12, (await InvitedAsync(window.Id)).Count);

        await _admin.SubmitAsync(unanswered, [("Twins[0].Choice", "same")], "#import");
        Assert.Equal(["Acme Systems", "Acme Systems"], (await InvitedAsync(window.Id)).Where(person => person.Name is "A" or "B").Select(person => person.Organisation));
    }

    [Fact]
    public async Task Import_WithoutAFile_IsRefusedBesideTheField()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var page = await _admin.SubmitAsync(await _admin.GetAsync($"{Round}/people/import"), form: "#check");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["People"], page.InvalidFields);
    }

    [Fact]
    public async Task Import_AfterClosing_IsRefused()
    {
        var window = await TestWindow.MakeAsync(_host);
        var preview = await UploadAsync(Header + "New Person,Role,New Org,companies,new@example.org,fr\n");
        var form = await _admin.GetAsync($"{Round}/people/import");
        await window.CloseEarlyAsync();
        Assert.Contains("Nobody can be invited to this round any more", (await _admin.GetAsync($"{Round}/people/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.SubmitAsync(preview, form: "#import")).Status);
        var late = await _admin.SubmitAsync(form, form: "#check", files: new Dictionary<string, (string, byte[])> { ["People"] = ("people.csv", Encoding.UTF8.GetBytes(Header + "A,R,O,companies,a@example.org,en\n")) });
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Equal(12, (await InvitedAsync(window.Id)).Count);
    }

    [Fact]
    public async Task People_NewLinkAndRevoke_OpensAndShuts()
    {
        var window = await TestWindow.MakeAsync(_host);
        var list = await _admin.GetAsync($"{Round}/people");
        var shown = await _admin.SubmitAsync(list, form: "tbody tr:first-child form[action*=Link]");
        var link = shown.Document.QuerySelector("main .panel code")!.TextContent;
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
        Assert.Equal("/participate/rule", (await TestWindow.EnterAsync(visitor, link[(link.LastIndexOf('/') + 1)..])).Address.AbsolutePath);

        var revoked = await _admin.SubmitAsync(list, form: "tbody tr:first-child form[action*=Revoke]");
        Assert.Contains("Revoked", revoked.Text, StringComparison.Ordinal);
        Assert.Single(await InvitedAsync(window.Id), person => person.IsRevoked);
        var forged = await _admin.SubmitAsync(list, [("id", Guid.NewGuid().ToString())], "tbody tr:first-child form[action*=Revoke]");
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    [Fact]
    public async Task Cards_ForTwo_EachHasACodeThatEntersAndNoLink()
    {
        await TestWindow.MakeAsync(_host);
        var form = await _admin.GetAsync($"{Round}/people/cards");
        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.SubmitAsync(form, form: "#choose")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.SubmitAsync(form, [("Chosen", Guid.NewGuid().ToString())], "#choose")).Status);
        var boxes = form.Document.QuerySelectorAll("#choose input[name=Chosen]").Take(2).Select(box => ("Chosen", box.GetAttribute("value"))).ToArray();
        var cards = await _admin.SubmitAsync(form, boxes, "#choose");
        var codes = cards.Document.QuerySelectorAll("[data-card-code]").Select(code => code.TextContent).ToList();
        Assert.Equal(2, codes.Distinct().Count());
        Assert.Contains("http://localhost/participate/enter", cards.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), cards.Body, StringComparison.OrdinalIgnoreCase);
        foreach (var code in codes)
        {
            using var visitor = _host.NewVisitor();
            Assert.Equal("/participate/rule", (await visitor.SubmitAsync(await visitor.GetAsync("/participate/enter"), [("Code", code)])).Address.AbsolutePath);
        }
    }

    [Fact]
    public async Task People_SendPressedTwice_SendsOnce()
    {
        await TestWindow.MakeAsync(_host);
        await UploadAndImportAsync(Header + "New Person,Role,New Org,companies,new@example.org,fr\n");
        var list = await _admin.GetAsync($"{Round}/people");
        Assert.Contains("1 invitation is on its way", (await _admin.SubmitAsync(list, form: "#send")).Text, StringComparison.Ordinal);
        Assert.Contains("0 invitations are on their way", (await _admin.SubmitAsync(list, form: "#send")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_NewThenRound_AsksAboutDoubledAndMissingHours()
    {
        var form = await _admin.GetAsync("/admin/consultations/new");
        var refused = await _admin.SubmitAsync(form, [("NewSlug", "fr"), ("Form.Title[fr]", "Titre")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Titre", refused.Value("Form.Title[fr]"));
        Assert.Contains("NewSlug", refused.InvalidFields);
        Assert.Contains("Form.Title[en]", refused.InvalidFields);
        var round = await _admin.SubmitAsync(form, [("NewSlug", "water"), ("Form.Title[en]", "Water"), ("Form.Purpose[en]", "On water."), ("Form.Host[en]", "The host"),
            ("Form.Contact", "water@example.org"), ("FocusAreas", "Rivers\nSeas")]);
        Assert.Equal("/admin/consultations/water/windows/new", round.Address.AbsolutePath);

        var year = _host.Clock.GetUtcNow().Year + 1;
        var lastSunday = LastSunday(year, 10);
        (string, string?)[] dates = [("WindowTitle[en]", "First comments"), ("Dates.Zone", "Europe/Zurich"), ("Dates.Opens.Date", $"{year}-09-01"), ("Dates.Opens.Time", "08:00"),
            ("Dates.Closes.Date", $"{year}-10-{lastSunday:00}"), ("Dates.Closes.Time", "02:30")];
        var asked = await _admin.SubmitAsync(round, dates);
        Assert.Equal(["Dates.Closes.Which", "Dates.Closes.Which"], asked.InvalidFields);
        Assert.Contains("The second (UTC+1)", asked.Text, StringComparison.Ordinal);
        var missing = await _admin.SubmitAsync(round, [.. dates[..^2], ("Dates.Closes.Date", $"{year + 1}-03-{LastSunday(year + 1, 3):00}"), ("Dates.Closes.Time", "02:30")]);
        Assert.Contains("does not exist", missing.Text, StringComparison.Ordinal);
        var made = await _admin.SubmitAsync(asked, [("Dates.Closes.Which", "Second")]);
        Assert.Equal("/admin/windows/water/1", made.Address.AbsolutePath);
        Assert.Contains("02:30", made.Text, StringComparison.Ordinal);
        Assert.Contains("UTC+1", made.Text, StringComparison.Ordinal);
        var twice = await _admin.SubmitAsync(asked, [("Dates.Closes.Which", "Second")]);
        Assert.Equal("/admin/windows/water/1", twice.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync("/admin/windows/water/2")).Status);

        var open = await _admin.GetAsync("/admin/windows/water/1/open");
        Assert.Contains("No version of the paper", open.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is invited", open.Text, StringComparison.Ordinal);
        var changed = await _admin.SubmitAsync(await _admin.GetAsync("/admin/windows/water/1/dates"), [("Dates.HoldingHours", "99")]);
        Assert.Equal(["Dates.HoldingHours"], changed.InvalidFields);
        changed = await _admin.SubmitAsync(changed, [("Dates.HoldingHours", "12")]);
        Assert.Contains("12 hours", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_Edit_KeepsWhatWasTyped()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var form = await _admin.GetAsync("/admin/consultations/b-tech");
        var refused = await _admin.SubmitAsync(form, [("Form.Contact", "nowhere"), ("Form.Urgent[ar]", "اتصل بنا")]);
        Assert.Equal(["Form.Contact"], refused.InvalidFields);
        Assert.Equal("اتصل بنا", refused.Value("Form.Urgent[ar]"));
        var saved = await _admin.SubmitAsync(refused, [("Form.Contact", "desk@example.org")]);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("desk@example.org", saved.Value("Form.Contact"));
    }

    [Fact]
    public async Task Staff_AddGiveRefuseTake_EachWithItsAnswer()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var form = await _admin.GetAsync("/admin/staff");
        var added = await _admin.SubmitAsync(form, [("Email", "new@example.org"), ("Role", "Moderator"), ("Where", "b-tech/1")], "#give");
        Assert.Contains("/account/set-password/", added.Document.QuerySelector("main .panel code")!.TextContent, StringComparison.Ordinal);
        var refused = await _admin.SubmitAsync(form, [("Email", "new@example.org"), ("Role", "Offers"), ("Where", "")], "#give");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("both the people and the comments", refused.Text, StringComparison.Ordinal);
        Assert.Equal("new@example.org", refused.Value("Email"));
        Assert.Contains("Email", (await _admin.SubmitAsync(form, [("Email", "nowhere"), ("Role", "Offers")], "#give")).InvalidFields);
        Assert.NotEmpty((await _admin.SubmitAsync(form, [("Email", "x@example.org")], "#give")).InvalidFields);
        var last = await _admin.SubmitAsync(form, form: "tbody tr:first-child form[action*=Take]");
        Assert.Contains("last administrator", last.Text, StringComparison.Ordinal);
        var audit = await _admin.GetAsync("/admin/audit");
        Assert.Contains("role given: Moderator", audit.Text, StringComparison.Ordinal);
        Assert.Contains("new@example.org · b-tech/1", audit.Text, StringComparison.Ordinal);
        Assert.Contains("The chain holds", audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_BeforeTheSeal_ShowNothing()
    {
        await TestWindow.MakeAsync(_host);
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        Assert.Contains("arrive when it is sealed", (await officer.GetAsync("/admin/offers")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/admin")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync("/admin/offers")).Status);
    }

    private static int LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
        return day.Day;
    }

    private async Task<VisitedPage> UploadAsync(string csv) => await _admin.SubmitAsync(await _admin.GetAsync($"{Round}/people/import"), form: "#check",
        files: new Dictionary<string, (string, byte[])> { ["People"] = ("people.csv", Encoding.UTF8.GetBytes(csv)) });

    private async Task UploadAndImportAsync(string csv) => await _admin.SubmitAsync(await UploadAsync(csv), form: "#import");

    private Task<IReadOnlyList<InvitedPerson>> InvitedAsync(Guid windowId) =>
        _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(windowId, default));
}
