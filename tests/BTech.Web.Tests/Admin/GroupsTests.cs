using System.Net;
using BTech.Agenda.Consultations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The groups of a consultation and the merge plan: free until something is opened, afterwards words alone.</summary>
public sealed class GroupsTests : IAsyncLifetime
{
    private const string Groups = "/admin/consultations/b-tech/groups";

    private TestHost _host = null!;
    private TestWindow _window = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host, opened: false);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task BeforeAnythingIsOpened_GroupsAreAddedJoinedMovedAndRemoved()
    {
        Assert.NotNull((await _admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"main a[href$='{Groups}']"));
        var page = await _admin.GetAsync(Groups);
        Assert.Equal(["NewName", "NewAdjective", "NewLabel"], (await _admin.SubmitAsync(page, [("NewLabel", "No Label")], "#add")).InvalidFields);
        Assert.Equal(["NewLabel"], (await _admin.SubmitAsync(page, [("NewName", "Firms"), ("NewAdjective", "firm"), ("NewLabel", "companies")], "#add")).InvalidFields);
        (string, string?)[] investors = [("NewName", "Investors"), ("NewAdjective", "investor"), ("NewLabel", "investors"), ("NewFamily", "companies")];
        await _admin.SubmitAsync(page, investors, "#add");
        await _admin.SubmitAsync(page, investors, "#add");
        Assert.Equal(["companies companies", "civil-society civil-society", "investors companies"], await PlanAsync());

        await _admin.SubmitAsync(await _admin.GetAsync(Groups), form: "#group-investors form[action*=Up]");
        Assert.Equal(["companies companies", "investors companies", "civil-society civil-society"], await PlanAsync());
        await _admin.SubmitAsync(await _admin.GetAsync($"{Groups}/investors"), [("Family", "")], "#join");
        Assert.Equal(["companies companies", "investors investors", "civil-society civil-society"], await PlanAsync());
        // A family whose name a group gave cannot be left by that group alone.
        await _admin.SubmitAsync(await _admin.GetAsync($"{Groups}/companies"), [("Family", "investors")], "#join");
        await _admin.SubmitAsync(await _admin.GetAsync($"{Groups}/investors"), [("Family", "civil-society")], "#join");
        Assert.Equal(["companies investors", "investors civil-society", "civil-society civil-society"], await PlanAsync());
        Assert.Equal(["Family"], (await _admin.SubmitAsync(await _admin.GetAsync($"{Groups}/investors"), [("Family", "")], "#join")).InvalidFields);

        Assert.Contains("People are invited in this group", (await _admin.SubmitAsync(await _admin.GetAsync(Groups), form: "#group-companies form[action*=Remove]")).Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(await _admin.GetAsync(Groups), form: "#group-investors form[action*=Remove]");
        Assert.Equal(["companies investors", "civil-society civil-society"], await PlanAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"{Groups}/investors")).Status);
    }

    [Fact]
    public async Task Words_AreChangedInSixLanguages_OfTheFamilyForAllOfIt()
    {
        await _admin.SubmitAsync(await _admin.GetAsync(Groups), [("NewName", "Investors"), ("NewAdjective", "investor"), ("NewLabel", "investors"), ("NewFamily", "companies")], "#add");
        var form = await _admin.GetAsync($"{Groups}/companies");
        var refused = await _admin.SubmitAsync(form, [("GroupName[en]", ""), ("GroupName[ar]", "الشركات"), ("FamilyName[fr]", new string('x', 101))], "#words");
        Assert.Equal(["GroupName[en]", "FamilyName[en]"], refused.InvalidFields);
        Assert.Equal("الشركات", refused.Value("GroupName[ar]"));
        Assert.Contains("Saved.", (await _admin.SubmitAsync(refused, [("GroupName[en]", "Companies and banks"), ("FamilyName[en]", "Business"), ("FamilyName[fr]", "Affaires")], "#words")).Text, StringComparison.Ordinal);

        var groups = (await ConsultationAsync()).Groups;
        Assert.Equal(("Companies and banks", "الشركات"), (groups[0].Name.ToString(), groups[0].Name.ByCode["ar"]));
        Assert.All(groups.Where(group => group.Family == "companies"), group => Assert.Equal(("Business", "Affaires"), (group.FamilyName.ToString(), group.FamilyName.ByCode["fr"])));
        using var visitor = _host.NewVisitor();
        await _window.OpenAsync();
        Assert.Contains("Companies and banks", (await TestWindow.EnterAsync(visitor, _window.Code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceOpened_ThePlanStays_AndWordsCanBeMended()
    {
        var (list, one) = (await _admin.GetAsync(Groups), await _admin.GetAsync($"{Groups}/companies"));
        await _window.OpenAsync();

        foreach (var refused in new[]
                 {
                     await _admin.SubmitAsync(list, form: "#group-civil-society form[action*=Up]"),
                     await _admin.SubmitAsync(list, [("NewName", "Banks"), ("NewAdjective", "bank"), ("NewLabel", "banks")], "#add"),
                     await _admin.SubmitAsync(one, [("Family", "civil-society")], "#join"),
                 })
            Assert.Contains("this cannot be changed now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["companies companies", "civil-society civil-society"], await PlanAsync());
        await _admin.SubmitAsync(one, [("GroupName[en]", "Firms")], "#words");
        Assert.Equal("Firms", (await ConsultationAsync()).Groups[0].Name.ToString());
        Assert.Null((await _admin.GetAsync(Groups)).Document.QuerySelector("main form[action*=Up], main form[action*=Remove]"));
    }

    private async Task<Consultation> ConsultationAsync() => (await _host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!;

    private async Task<IEnumerable<string>> PlanAsync() => (await ConsultationAsync()).Groups.Select(group => $"{group.Label} {group.Family}");
}
