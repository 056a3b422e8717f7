using System.Net;
using BTech.Agenda.Consultations;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The groups of a consultation and the merge plan: free until something is opened, afterwards words alone.</summary>
public sealed class GroupsTests : AdministratorTests
{
    private const string Groups = "/admin/consultations/b-tech/groups";

    private TestWindow _window = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _window = await TestWindow.MakeAsync(Host, opened: false);
    }

    [Fact]
    public async Task BeforeAnythingIsOpened_GroupsAreAddedJoinedMovedAndRemoved()
    {
        Assert.NotNull((await Admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"main a[href$='{Groups}']"));
        var page = await Admin.GetAsync(Groups);
        Assert.Equal(["NewName", "NewAdjective", "NewLabel"], (await Admin.SubmitAsync(page, [("NewLabel", "No Label")], "#add")).InvalidFields);
        Assert.Equal(["NewLabel"], (await Admin.SubmitAsync(page, [("NewName", "Firms"), ("NewAdjective", "firm"), ("NewLabel", "companies")], "#add")).InvalidFields);
        (string, string?)[] investors = [("NewName", "Investors"), ("NewAdjective", "investor"), ("NewLabel", "investors"), ("NewFamily", "companies")];
        await Admin.SubmitAsync(page, investors, "#add");
        await Admin.SubmitAsync(page, investors, "#add");
        Assert.Equal(["companies companies", "civil-society civil-society", "investors companies"], await PlanAsync());

        await Admin.SubmitAsync(await Admin.GetAsync(Groups), form: "#group-investors form[action*=Up]");
        Assert.Equal(["companies companies", "investors companies", "civil-society civil-society"], await PlanAsync());
        await Admin.SubmitAsync(await Admin.GetAsync($"{Groups}/investors"), [("Family", "")], "#join");
        Assert.Equal(["companies companies", "investors investors", "civil-society civil-society"], await PlanAsync());
        // A family whose name a group gave cannot be left by that group alone.
        await Admin.SubmitAsync(await Admin.GetAsync($"{Groups}/companies"), [("Family", "investors")], "#join");
        await Admin.SubmitAsync(await Admin.GetAsync($"{Groups}/investors"), [("Family", "civil-society")], "#join");
        Assert.Equal(["companies investors", "investors civil-society", "civil-society civil-society"], await PlanAsync());
        Assert.Equal(["Family"], (await Admin.SubmitAsync(await Admin.GetAsync($"{Groups}/investors"), [("Family", "")], "#join")).InvalidFields);

        Assert.Contains("People are invited in this group", (await Admin.SubmitAsync(await Admin.GetAsync(Groups), form: "#group-companies form[action*=Remove]")).Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(await Admin.GetAsync(Groups), form: "#group-investors form[action*=Remove]");
        Assert.Equal(["companies investors", "civil-society civil-society"], await PlanAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{Groups}/investors")).Status);
    }

    [Fact]
    public async Task Words_AreChangedInSixLanguages_OfTheFamilyForAllOfIt()
    {
        await Admin.SubmitAsync(await Admin.GetAsync(Groups), [("NewName", "Investors"), ("NewAdjective", "investor"), ("NewLabel", "investors"), ("NewFamily", "companies")], "#add");
        var form = await Admin.GetAsync($"{Groups}/companies");
        var refused = await Admin.SubmitAsync(form, [("GroupName[en]", ""), ("GroupName[ar]", "الشركات"), ("FamilyName[fr]", new string('x', 101))], "#words");
        Assert.Equal(["GroupName[en]", "FamilyName[en]"], refused.InvalidFields);
        Assert.Equal("الشركات", refused.Value("GroupName[ar]"));
        Assert.Contains("Saved.", (await Admin.SubmitAsync(refused, [("GroupName[en]", "Companies and banks"), ("FamilyName[en]", "Business"), ("FamilyName[fr]", "Affaires")], "#words")).Text, StringComparison.Ordinal);

        var groups = (await ConsultationAsync()).Groups;
        Assert.Equal(("Companies and banks", "الشركات"), (groups[0].Name.ToString(), groups[0].Name.ByCode["ar"]));
        Assert.All(groups.Where(group => group.Family == "companies"), group => Assert.Equal(("Business", "Affaires"), (group.FamilyName.ToString(), group.FamilyName.ByCode["fr"])));
        using var visitor = Host.NewVisitor();
        await _window.OpenAsync();
        Assert.Contains("Companies and banks", (await TestWindow.EnterAsync(visitor, _window.Code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceOpened_ThePlanStays_AndWordsCanBeMended()
    {
        var (list, one) = (await Admin.GetAsync(Groups), await Admin.GetAsync($"{Groups}/companies"));
        await _window.OpenAsync();

        foreach (var refused in new[]
                 {
                     await Admin.SubmitAsync(list, form: "#group-civil-society form[action*=Up]"),
                     await Admin.SubmitAsync(list, [("NewName", "Banks"), ("NewAdjective", "bank"), ("NewLabel", "banks")], "#add"),
                     await Admin.SubmitAsync(one, [("Family", "civil-society")], "#join"),
                 })
            Assert.Contains("this cannot be changed now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["companies companies", "civil-society civil-society"], await PlanAsync());
        await Admin.SubmitAsync(one, [("GroupName[en]", "Firms")], "#words");
        Assert.Equal("Firms", (await ConsultationAsync()).Groups[0].Name.ToString());
        Assert.Null((await Admin.GetAsync(Groups)).Document.QuerySelector("main form[action*=Up], main form[action*=Remove]"));
    }

    private async Task<Consultation> ConsultationAsync() => (await Host.WithAsync<ConsultationList, Consultation?>(list => list.FindAsync("b-tech", default)))!;

    private async Task<IEnumerable<string>> PlanAsync() => (await ConsultationAsync()).Groups.Select(group => $"{group.Label} {group.Family}");
}
