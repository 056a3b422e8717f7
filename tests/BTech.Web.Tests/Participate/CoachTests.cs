using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using BTech.Testing;
using Npgsql;

namespace BTech.Web.Tests.Participate;

/// <summary>The coach over HTTP, as a browser without scripts sees it.</summary>
public sealed class CoachTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _window = null!;
    private FormClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        _visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(_visitor, _window.Code);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Check_TellingPassages_StandBelowTheirCommentWithAReasonAndAWayBack()
    {
        await DraftAsync("/participate/focus-areas/1", "The paper is right. As the only operator in Kenya, we at Nordwind Mobile know this well; write to me@nordwind.example.");

        var check = await _visitor.GetAsync("/participate/check");

        var panel = Assert.Single(Panels(check));
        Assert.Equal(["As the only operator in Kenya", "we at Nordwind Mobile", "me@nordwind.example"], Marks(check));
        Assert.Contains("If there is only one, or only a few, everybody knows who it is.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("A mail address leads to its owner. Leave it out.", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("/participate/focus-areas/1#Text", panel.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("en", panel.QuerySelector("bdi")!.GetAttribute("lang"));
        Assert.Contains("Nothing of it is stored.", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OwnEntry_IsMarkedAndNobodyElses()
    {
        await DraftAsync("/participate/overall", "This was said by Person 1 and by Person 9. Example 1 and Example 5 publish reports.");

        Assert.Equal(["Person 1", "Example 1"], Marks(await _visitor.GetAsync("/participate/check")));
    }

    [Fact]
    public async Task Check_PassageInALongText_StandsAmongWholeWords()
    {
        await DraftAsync("/participate/overall", "The paper asks for a great deal and forgets the people concerned. We at Nordwind Mobile 👍🏽 agree with the other parts of it, and with the annexes.");

        var passage = Assert.Single(Panels(await _visitor.GetAsync("/participate/check"))).QuerySelector("bdi")!;

        Assert.Equal("…deal and forgets the people concerned. We at Nordwind Mobile 👍🏽 agree with the other parts of it,…", passage.TextContent);
        Assert.Equal("We at Nordwind Mobile", passage.QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public async Task Check_NothingTells_SaysNothing()
    {
        await DraftAsync("/participate/overall", "Companies such as Google and States such as Kenya should publish more. We agree with the draft.");

        Assert.Null((await _visitor.GetAsync("/participate/check")).Document.QuerySelector("[data-coach]"));
        Assert.Null((await _visitor.GetAsync("/participate/overall")).Document.QuerySelector("[data-coach]"));
    }

    [Theory]
    [InlineData("/participate/focus-areas/1")]
    [InlineData("/participate/overall")]
    [InlineData("/participate/paragraphs/1")]
    public async Task Draft_WithTellingPassages_SaysHowManyAndLeadsToThem(string address)
    {
        var saved = await DraftAsync(address, "We at Nordwind Mobile agree. Call +41 44 555 01 23.");

        var note = saved.Document.QuerySelector("[data-coach]")!;
        Assert.Contains("2 passages here may tell who you are.", note.TextContent, StringComparison.Ordinal);
        var link = note.QuerySelector("a")!.GetAttribute("href")!;
        Assert.StartsWith("/participate/check#", link, StringComparison.Ordinal);
        Assert.NotNull((await _visitor.GetAsync("/participate/check")).Document.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task Draft_OtherWordingAndDilemma_AreReadAsWell()
    {
        await _visitor.SubmitAsync(await _visitor.GetAsync("/participate/paragraphs/1"), [("OtherWording", "We at Nordwind Mobile would say so."), ("Then", "draft")], "form[data-autosave]");
        var dilemma = $"/participate/focus-areas/1/dilemmas/{Guid.NewGuid()}";
        await _visitor.SubmitAsync(await _visitor.GetAsync(dilemma), [("Text", "A request came."), ("WouldHelp", "Ask our Kenyan office.")], "main form");

        var check = await _visitor.GetAsync("/participate/check");

        Assert.Equal([$"{dilemma}#Text", "/participate/paragraphs/1#OtherWording"], Panels(check).Select(panel => panel.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Send_WithTellingPassages_IsNotHindered()
    {
        await DraftAsync("/participate/overall", "We at Nordwind Mobile agree.");

        var sent = await _visitor.SubmitAsync(await _visitor.GetAsync("/participate/check"), button: "button[value=send]");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.NotNull(sent.Document.QuerySelector("[data-follow-up-code]"));
    }

    [Fact]
    public async Task Check_InArabic_SpeaksArabicAndKeepsThePassageApart()
    {
        await DraftAsync("/participate/overall", "We at Nordwind Mobile agree.");

        var panel = Assert.Single(Panels(await _visitor.GetAsync("/ar/participate/check")));

        Assert.Contains("هذا يقول لصالح من تعملون", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("We at Nordwind Mobile", panel.QuerySelector("bdi mark")!.TextContent);
        Assert.Equal("/ar/participate/overall#Text", panel.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Coach_StoresNothing()
    {
        await DraftAsync("/participate/overall", "We at Nordwind Mobile agree.");
        var before = await StoredAsync();

        await _visitor.GetAsync("/participate/check");
        await _visitor.GetAsync("/participate/overall");

        Assert.Equal(before, await StoredAsync());
    }

    /// <summary>A statement more for those who have written would be a counter of the database that tells who has.</summary>
    [Theory]
    [LeakChannel(16)]
    [InlineData("/participate/check")]
    [InlineData("/participate/focus-areas/1")]
    [InlineData("/participate/overall")]
    [InlineData("/participate/paragraphs/1")]
    public async Task Pages_WrittenOrNot_AskTheDatabaseTheSame(string address)
    {
        var before = await StatementsAsync(address);
        foreach (var place in new[] { "/participate/focus-areas/1", "/participate/overall", "/participate/paragraphs/1" }) await DraftAsync(place, "We at Nordwind Mobile agree.");

        Assert.Contains(before, statement => statement.Contains("people.participant", StringComparison.Ordinal));
        Assert.Equal(before, await StatementsAsync(address));
    }

    // What a page asks the database of this host, in an order that does not depend on which of two questions at once came first.
    private async Task<IReadOnlyList<string>> StatementsAsync(string address)
    {
        var database = new NpgsqlConnectionStringBuilder(_host.Database.People).Database;
        var statements = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if ((activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name")) as string != database) return;
                if ((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string statement) statements.Enqueue(statement);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await _visitor.GetAsync(address);
        return [.. statements.Order(StringComparer.Ordinal)];
    }

    private async Task<VisitedPage> DraftAsync(string address, string text) =>
        await _visitor.SubmitAsync(await _visitor.GetAsync(address), [("Text", text), ("Then", "draft")], "form[data-autosave]");

    private static IEnumerable<IElement> Panels(VisitedPage page) => page.Document.QuerySelectorAll("dl [data-coach]");

    private static IEnumerable<string> Marks(VisitedPage page) => page.Document.QuerySelectorAll("dl [data-coach] mark").Select(mark => mark.TextContent);

    // Every row of every table with the transaction that wrote it.
    private async Task<string> StoredAsync()
    {
        var tables = await _host.Database.ListAsync("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('agenda', 'team', 'people', 'record') AND table_type = 'BASE TABLE' ORDER BY 1");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange(await _host.Database.ListAsync($"SELECT '{table} ' || t.xmin::text || t::text FROM {table} t ORDER BY 1"));
        return string.Join('\n', rows);
    }
}
