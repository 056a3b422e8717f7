using System.Net;
using BTech.People.OnRecord;
using BTech.Record.Sealing;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>Submissions on the record reach their officer after the seal, are published together, and make groups smaller by counts alone.</summary>
public sealed class AnnexTests : IAsyncLifetime
{
    private const string Officer = "/admin/submissions/b-tech/1";
    private const string Public = "/consultations/b-tech/submissions";

    private TestHost _host = null!;
    private TestWindow _window = null!;
    private Crew _crew = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        _crew = new Crew(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task BeforeTheSeal_NobodySeesThem()
    {
        await HandInAsync(1, "Said openly");
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        Assert.Contains("After the seal", (await officer.GetAsync("/admin/submissions")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(Officer)).Status);
        await _window.CloseEarlyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(Officer)).Status);
        using var anyone = _host.NewVisitor();
        Assert.Contains("No submission on the record has been published", (await anyone.GetAsync(Public)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheSeal_ReadPublishedTakenDownAndPutBack()
    {
        for (var person = 1; person <= 12; person++) await _window.SendAsync(person, $"Comment {person}");
        await HandInAsync(2, "Said by two");
        await HandInAsync(7, "قيل علناً", "Organisation", "ar");
        await _window.SealAsync();
        using var officer = await _crew.NewAsync("offers", StaffRole.Offers);
        using var anyone = _host.NewVisitor();

        var page = await officer.GetAsync(Officer);
        Assert.Contains("p2@example.org", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, form: "#publish")).Status);
        Assert.Contains("No submission on the record has been published", (await anyone.GetAsync(Public)).Text, StringComparison.Ordinal);
        await officer.SubmitAsync(page, [("IsRead", "true")], "#publish");

        Tick();
        var annex = await anyone.GetAsync(Public);
        Assert.Equal(["Person 2, Role 2, Example 1", "Example 4"], annex.Document.QuerySelectorAll("article > p bdi").Select(name => name.TextContent));
        Assert.Equal(("ar", "rtl"), (annex.Document.QuerySelector("#round-1-submission-2 div")!.GetAttribute("lang"), annex.Document.QuerySelector("#round-1-submission-2 div")!.GetAttribute("dir")));
        Assert.DoesNotContain("Comment", annex.Document.QuerySelector("main")!.QuerySelectorAll("article").Select(article => article.TextContent).Aggregate(string.Concat), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", annex.Body, StringComparison.Ordinal);
        Assert.NotNull((await anyone.GetAsync("/consultations/b-tech")).Document.QuerySelector($"a[href$='{Public}']"));

        await officer.SubmitAsync(await officer.GetAsync(Officer), form: "article:first-of-type form[action*=TakeDown]");
        Tick();
        annex = await anyone.GetAsync(Public);
        Assert.DoesNotContain("Said by two", annex.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 2", annex.Body, StringComparison.Ordinal);
        Assert.Contains("This submission was taken down", annex.Document.QuerySelector("#round-1-submission-1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(annex.Document.QuerySelector("#round-1-submission-2 [lang=ar]"));

        await officer.SubmitAsync(await officer.GetAsync(Officer), form: "form[action*=PutBack]");
        Tick();
        Assert.Contains("Said by two", (await anyone.GetAsync(Public)).Body, StringComparison.Ordinal);
        using var administrator = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var audit = (await administrator.GetAsync("/admin/audit")).Text;
        Assert.Contains("submission on the record taken down", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 2", audit, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(Officer)).Status);
        // An id of nowhere, or of another round, changes nothing.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"{Officer}?handler=TakeDown&id={Guid.NewGuid()}", [(await officer.GetAsync(Officer)).Token])).Status);
    }

    [Fact]
    public async Task Seal_FreezesTheFiguresWithoutThoseOnTheRecord_AsCountsAlone()
    {
        Assert.Equal([("companies", 6, 3), ("civil-society", 6, 3)], await FiguresAsync());
        for (var person = 1; person <= 12; person++) await _window.SendAsync(person, $"Comment {person}");
        await HandInAsync(1, "Said by one");
        await HandInAsync(2, "Said by two");
        await HandInAsync(7, "Said and taken back");
        using (var visitor = _host.NewVisitor())
        {
            await TestWindow.EnterAndAcceptAsync(visitor, _window.CodeOf(7));
            await visitor.SubmitAsync(await visitor.GetAsync("/participate/on-record"), button: "[value=withdraw]");
        }
        // Until then the Record side hears nothing of it.
        await _host.RunAsync<Web.Jobs.MixJob>();
        Assert.Equal([("companies", 6, 3), ("civil-society", 6, 3)], await FiguresAsync());

        await _window.SealAsync();

        Assert.Equal([("companies", 4, 2), ("civil-society", 6, 3)], await FiguresAsync());
        Assert.Equal(["2 2", "2 2"], await _host.Database.ListAsync("SELECT format('%s %s', largest_delegation, second_delegation) FROM record.group_census"));
    }

    private async Task<(string, int, int)[]> FiguresAsync() =>
        [.. (await _host.WithAsync<GroupCensus, IReadOnlyList<GroupSize>>(census => census.ReadAsync(_window.Id, default))).Select(group => (group.Label, group.Invited, group.Reach.Organisations))];

    private async Task HandInAsync(int person, string text, string capacity = "Person", string language = "en")
    {
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.CodeOf(person));
        var look = await visitor.SubmitAsync(await visitor.GetAsync("/participate/on-record"), [("Capacity", capacity), ("Text", text), ("WrittenIn", language)], button: "[value=look]");
        var kept = await visitor.SubmitAsync(look, [("Agreed", "true")], button: "[value=agree]");
        Assert.Contains("Handed in", kept.Text, StringComparison.Ordinal);
    }

    // A public page is made once a second.
    private void Tick() => _host.Clock.Advance(TimeSpan.FromSeconds(2));
}
