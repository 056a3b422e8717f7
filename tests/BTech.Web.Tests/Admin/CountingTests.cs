using System.Text;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Registrations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A round that counts organisations: one link for each, none for a person, by whatever way somebody comes in.</summary>
public sealed class CountingTests : AdministratorTests
{
    private const string Round = "/admin/windows/b-tech/2";
    private const string Header = "name,role,organisation,group,email,language,kind\n";

    private TestWindow _first = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _first = await TestWindow.MakeAsync(Host);
    }

    [Fact]
    public async Task Import_TakesOrganisationsOnly_EachOnce()
    {
        await MakeAsync();
        Assert.Contains("Organisations", (await Admin.GetAsync(Round)).Text, StringComparison.Ordinal);

        var refused = await ImportAsync("Ann,Counsel,Example One,companies,a@example.org,en,personal\nBen,Counsel,In a personal capacity,companies,b@example.org,en,\n");
        Assert.Contains("not for a person", refused.Text, StringComparison.Ordinal);
        Assert.Contains("needs the organisation’s name", refused.Text, StringComparison.Ordinal);
        var twice = await ImportAsync("Ann,Counsel,Example One,companies,a@example.org,en,\nBen,Chair,EXAMPLE ONE,companies,b@example.org,en,\n");
        Assert.Contains("has a link for the organisation in row 2 already", twice.Text, StringComparison.Ordinal);

        await Admin.SubmitAsync(await ImportAsync("Ann,Counsel,Example One,companies,a@example.org,en,\n"), form: "#import");
        Assert.Equal(InvitationKind.Organisation, Assert.Single(await ListAsync()).Kind);
        var preview = await Admin.GetAsync($"{Round}/preview/writing/participate/rule?Link=personal");
        Assert.Contains("You write for your organisation", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["organisation"], preview.Document.QuerySelectorAll("[data-preview] [name=Link] option").Select(choice => choice.GetAttribute("value")));
    }

    [Fact]
    public async Task InvitedAgain_AreOnlyOrganisations()
    {
        await ImportIntoFirstAsync("Org,Chair,Example Large,companies,large@example.org,en,organisation\n");
        await MakeAsync();

        var form = await Admin.GetAsync($"{Round}/people/again");
        Assert.Contains("1 person who is not invited yet", form.Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(form, [("From", "1")]);

        Assert.Equal("large@example.org", Assert.Single(await ListAsync()).Email);
    }

    [Fact]
    public async Task WherePersonsAreInvited_OrganisationsCannotBeCounted_NorSuchARoundOpened()
    {
        await Admin.SubmitAsync(await Admin.GetAsync("/admin/consultations/b-tech/windows/new?like=1"));
        await Admin.SubmitAsync(await Admin.GetAsync($"{Round}/people/again"), [("From", "1")]);

        var refused = await Admin.SubmitAsync(await Admin.GetAsync($"{Round}/dates"), [("Counted", "Organisations")]);
        Assert.Equal(["Counted"], refused.InvalidFields.Distinct());
        Assert.Equal(Counting.Persons, (await SecondAsync()).Counts);
        // As if somebody was invited in the moment in which the question was answered.
        await Host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await SecondAsync()).Id, window => window.Counts = Counting.Organisations, default));
        var id = (await SecondAsync()).Id;
        Assert.Contains(OpeningObstacle.PersonsWhereOrganisationsCount,
            await Host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(opening => opening.OpenAsync(id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default)));
        Assert.Contains("somebody is invited as a person", (await Admin.GetAsync($"{Round}/open")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_AsksForTheOrganisation_AndGivesItOneLink()
    {
        await _first.CloseAsync();
        await SignInAgainAsync();
        await MakeAsync(nameof(Admission.Both));
        await Admin.SubmitAsync(await ImportAsync("Ann,Counsel,Example One,companies,a@example.org,en,\n"), form: "#import");
        using var visitor = Host.NewVisitor();
        var form = await visitor.GetAsync("/consultations/b-tech/register");
        Assert.Contains("Each organisation has one contribution", form.Text, StringComparison.Ordinal);
        (string, string?)[] filled = [("Name", "Zoé"), ("Role", "Chair"), ("Organisation", ""), ("Group", "companies"), ("Email", "z@example.org"), ("Letters", "en")];
        Assert.Equal(["Organisation"], (await visitor.SubmitAsync(form, filled)).InvalidFields);

        var id = (await SecondAsync()).Id;
        var request = await WaitingAsync(id, "z@example.org", "Example One");
        var page = await Admin.GetAsync($"{Round}/registrations/{request}");
        Assert.Equal(["Organisation"], (await Admin.SubmitAsync(page, form: "#approve")).InvalidFields);
        Assert.Equal(["Organisation"], (await Admin.SubmitAsync(page, [("Organisation", "")], form: "#approve")).InvalidFields);
        await Admin.SubmitAsync(page, [("Organisation", "Example Two")], form: "#approve");

        Assert.Equal([("a@example.org", InvitationKind.Organisation), ("z@example.org", InvitationKind.Organisation)],
            (await ListAsync()).OrderBy(person => person.Email, StringComparer.Ordinal).Select(person => (person.Email, person.Kind)));
    }

    private async Task MakeAsync(string admitted = nameof(Admission.Invited))
    {
        var form = await Admin.GetAsync("/admin/consultations/b-tech/windows/new?like=1");
        Assert.Equal(["Counted"], (await Admin.SubmitAsync(form, [("Counted", "everybody")])).InvalidFields.Distinct());
        await Admin.SubmitAsync(form, [("Counted", "Organisations"), ("Admitted", admitted)]);
        Assert.Equal(Counting.Organisations, (await SecondAsync()).Counts);
    }

    private async Task<Guid> WaitingAsync(Guid window, string email, string organisation)
    {
        await Host.WithAsync<RegistrationBook>(book => book.AskAsync(window, new RegistrationForm("Zoé", "Chair", organisation, "companies", email, "en"), default));
        string? secret = null;
        await Host.WithAsync<RegistrationBook>(book => book.SeeToAskedAsync(window, (asked, code) => { secret = code; return Letter(asked); }, (_, _) => throw new InvalidOperationException(), default));
        Assert.True(await Host.WithAsync<RegistrationBook, bool>(book => book.ConfirmAsync(secret, default)));
        return Assert.Single(await Host.WithAsync<RegistrationBook, IReadOnlyList<WaitingRegistration>>(book => book.WaitingAsync(window, default))).Id;

        static BTech.People.Mail.Letter Letter(RegistrationForm asked) => new(asked.Email, asked.Name, asked.Language, "Subject", "Text", "<p>Text</p>");
    }

    private async Task<VisitedPage> ImportAsync(string rows) => await Admin.SubmitAsync(await Admin.GetAsync($"{Round}/people/import"), form: "#check",
        files: new Dictionary<string, (string, byte[])> { ["People"] = ("people.csv", Encoding.UTF8.GetBytes(Header + rows)) });

    private async Task ImportIntoFirstAsync(string rows)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Header + rows));
        Assert.Empty((await Host.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(_first.Id, file, ["companies"], save: true, default))).Problems);
    }

    private async Task<CommentWindow> SecondAsync() => (await Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName("b-tech", 2), default)))!;

    private async Task<IReadOnlyList<InvitedPerson>> ListAsync() => await Host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(async list => await list.ForWindowAsync((await SecondAsync()).Id, default));
}
