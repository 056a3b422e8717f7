using System.Net;
using BTech.Agenda.Windows;
using BTech.People.Listing;
using BTech.People.Offers;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

public sealed class AboutYouTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Rule_BeforeWriting_SaysWhoIsCounted()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        var rule = await TestWindow.EnterAsync(visitor, window.Code);
        Assert.Contains("counts as one person", rule.Text, StringComparison.Ordinal);
        await _host.Database.ExecuteAsync("UPDATE people.invitation SET kind = 2");
        Assert.Contains("You write for your organisation", (await visitor.GetAsync("/participate/rule")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_Chosen_IsKeptAndMayBeChanged()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);

        var you = await visitor.GetAsync("/participate/you");
        Assert.Contains("Person 1, Role 1, Example 1", you.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(you)).Status);
        await visitor.SubmitAsync(you, [("Choice", "Full")]);
        Assert.Equal([new ListedLine("companies", null, "Person 1", "Role 1", "Example 1")], await LinesAsync(window.Id));
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/you"), [("Choice", "OrganisationOnly")]);
        Assert.Equal([new ListedLine("companies", null, null, null, "Example 1")], await LinesAsync(window.Id));
    }

    [Fact]
    public async Task Offer_MadeTwiceWithOneForm_IsOneOfferAndCanBeTakenBack()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/offers");
        (string, string?)[] offer = [("Kinds", "Host"), ("Kinds", "Research"), ("Text", "A room for sixty.")];

        await visitor.SubmitAsync(page, offer);
        var made = await visitor.SubmitAsync(page, offer);

        Assert.Contains("To host a meeting · Research", made.Text, StringComparison.Ordinal);
        var kept = Assert.Single(await _host.WithAsync<OfferPipeline, IReadOnlyList<FollowedOffer>>(pipeline => pipeline.ForWindowAsync(window.Id, default)));
        Assert.Equal("Person 1", kept.Attributed.Name);
        var gone = await visitor.SubmitAsync(made, form: "form:has([name=TakeBack])", button: "[name=TakeBack]");
        Assert.DoesNotContain("A room for sixty.", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_TooLongOrWithoutKind_KeepsTheText()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var text = new string('o', 301);

        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/participate/offers"), [("Text", text)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(text, refused.Value("Text"));
        Assert.Contains("Text", refused.InvalidFields);
        Assert.Contains("Kinds", refused.InvalidFields);
    }

    [Fact]
    public async Task Window_Sealed_LeavesListingAndOffersOnly_Reported_NothingAtAll()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(window.Id, found => found.IsSealed = true, default));

        var tasks = await visitor.GetAsync("/participate");
        Assert.Contains("The record is sealed", tasks.Text, StringComparison.Ordinal);
        Assert.Equal("/participate", (await visitor.GetAsync("/participate/overall")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/participate/you")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/participate/offers")).Status);

        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(window.Id, found => found.ReportNumber = 1, default));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate/you")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/participate/{window.Code}")).Status);
    }

    private Task<IReadOnlyList<ListedLine>> LinesAsync(Guid windowId) =>
        _host.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.ConsentsAsync(windowId, default));
}
