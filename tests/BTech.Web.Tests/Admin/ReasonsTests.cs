using System.Net;
using BTech.Record.Inputs;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A consultation's own reasons for setting texts aside: for rounds opened after they were made, and for no other.</summary>
public sealed class ReasonsTests : AdministratorTests
{
    private const string Reasons = "/admin/consultations/b-tech/reasons";

    private TestWindow _window = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _window = await TestWindow.MakeAsync(Host, opened: false);
    }

    [Fact]
    public async Task Reasons_AreAddedOnceAndRemoved_UntilARoundIsOpened()
    {
        Assert.NotNull((await Admin.GetAsync("/admin/consultations/b-tech")).Document.QuerySelector($"main a[href$='{Reasons}']"));
        var page = await Admin.GetAsync(Reasons);
        Assert.Contains("Written to try the form", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Text[en]"], (await Admin.SubmitAsync(page, [("Text[fr]", "Motif")], "#add")).InvalidFields);
        foreach (var text in new[] { "Names a pending case", "Names a pending case", "About somebody else" }) await Admin.SubmitAsync(page, [("Text[en]", text), ("Text[fr]", "Motif")], "#add");
        Assert.Equal(["Names a pending case", "About somebody else"], await OwnAsync());
        await Admin.SubmitAsync(await Admin.GetAsync(Reasons), form: "#reason-2 form");
        Assert.Equal(["Names a pending case"], await OwnAsync());

        var stale = await Admin.GetAsync(Reasons);
        await _window.OpenAsync();
        var refused = await Admin.SubmitAsync(stale, form: "#reason-1 form");
        Assert.Contains("may stand beside a text", refused.Text, StringComparison.Ordinal);
        Assert.Null((await Admin.GetAsync(Reasons)).Document.QuerySelector("#reason-1 form"));
        // A form of which no field comes is refused like one left empty.
        Assert.Equal(["Text[en]"], (await Admin.PostAsync($"{Reasons}?handler=Add", [stale.Token])).InvalidFields);
        await Admin.SubmitAsync(stale, [("Text[en]", "Found later")], "#add");
        Assert.Contains("From round 2 on", (await Admin.GetAsync(Reasons)).Document.QuerySelector("#reason-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_SetsAsideForAReasonOfBeforeTheOpening_AndForNoneOfAfterIt()
    {
        await Admin.SubmitAsync(await Admin.GetAsync(Reasons), [("Text[en]", "Names a pending case")], "#add");
        await _window.OpenAsync();
        await Admin.SubmitAsync(await Admin.GetAsync(Reasons), [("Text[en]", "Found later")], "#add");
        for (var person = 1; person <= 12; person++) await _window.SendAsync(person, $"Comment number {person}.");
        await _window.SealAsync();
        using var team = await new Crew(Host).NewAsync("moderator", StaffRole.Moderator);

        var list = await team.GetAsync("/moderate/windows/b-tech/1/inputs");
        var input = list.Document.QuerySelector(".cards h2 a")!.GetAttribute("href")!;
        var page = await team.GetAsync(input);
        Assert.Equal([.. SetAsideReasons.All, "own-1"], page.Document.QuerySelectorAll("[name=SetAsideReason]").Select(choice => choice.GetAttribute("value")));
        const string Form = "form[action*='SetAside']";
        Assert.Equal(HttpStatusCode.BadRequest, (await team.SubmitAsync(page, [("SetAsideReason", "own-2")], Form)).Status);
        var aside = await team.SubmitAsync(page, [("SetAsideReason", "own-1")], Form);
        Assert.Contains("Names a pending case", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Names a pending case", (await team.GetAsync("/moderate/windows/b-tech/1/inputs?state=SetAside")).Text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> OwnAsync() => (await Admin.GetAsync(Reasons)).Document.QuerySelectorAll("li[id^=reason-] p:first-child").Select(reason => reason.TextContent.Trim());
}
