using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Moderate;

/// <summary>The sample's campaign, found and decided on.</summary>
public sealed class AlikePageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Alike = "/moderate/windows/b-tech/2/alike";

    [Fact]
    public async Task Campaign_OfTheSample_IsConfirmedAndDissolved()
    {
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync(Alike);
        var card = Assert.Single(page.Document.QuerySelectorAll("[data-proposed] > li"));
        Assert.Contains("5 texts", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("from 5 contributors", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("ins"));
        var none = await team.PostAsync(Alike + "?handler=Confirm",
            [.. card.QuerySelectorAll("input[name=Key], input[name=Texts], input[name=Offered]").Select(field => new KeyValuePair<string, string>(field.GetAttribute("name")!, field.GetAttribute("value")!)), page.Token]);
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("at least two texts", none.Text, StringComparison.Ordinal);
        var confirmed = await team.SubmitAsync(page, form: "[data-proposed] form", button: "button[formaction*=Confirm]");
        Assert.Equal(HttpStatusCode.OK, confirmed.Status);
        Assert.Empty(confirmed.Document.QuerySelectorAll("[data-proposed] > li"));
        var group = Assert.Single(confirmed.Document.QuerySelectorAll("[data-confirmed] > li"));
        Assert.Contains("Counts as one contributor", group.TextContent, StringComparison.Ordinal);
        var again = await team.SubmitAsync(page, form: "[data-proposed] form", button: "button[formaction*=Confirm]");
        Assert.Contains("have changed since", again.Text, StringComparison.Ordinal);
        var dissolved = await team.SubmitAsync(confirmed, form: "form:has([formaction*=Dissolve])", button: "button[formaction*=Dissolve]");
        Assert.Single(dissolved.Document.QuerySelectorAll("[data-proposed] > li"));
    }

    [Fact]
    public async Task Page_IsForTheProjectTeamAndNamesNoContributor()
    {
        using var clearance = await site.SignInAsync("clearance");
        Assert.Equal(HttpStatusCode.NotFound, (await clearance.GetAsync(Alike)).Status);
        using var team = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await team.GetAsync("/moderate/windows/b-tech/3/alike")).Status);
        Assert.Equal(HttpStatusCode.OK, (await team.GetAsync(Alike + "?at=x")).Status);
        var body = (await team.GetAsync(Alike)).Body;
        foreach (var id in await site.Host.Database.ListAsync("SELECT id::text FROM record.contributor")) Assert.DoesNotContain(id, body, StringComparison.OrdinalIgnoreCase);
    }
}
