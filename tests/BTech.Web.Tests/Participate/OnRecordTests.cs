using System.Net;
using BTech.People.OnRecord;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

/// <summary>To speak on the record: in two steps, under a name, apart from the box.</summary>
public sealed class OnRecordTests : IAsyncLifetime
{
    private const string Page = "/participate/on-record";
    private const string Text = "We welcome the draft.\n\nOur members say the same.";

    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task HandIn_AfterSeeingAndAgreeing_IsKept_NothingBefore()
    {
        using var visitor = await EnteredAsync(1);
        var look = await LookAsync(visitor, "Organisation", Text, ("Heading", "For the record"));

        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Contains("This is how it will be published", look.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Example 1", look.Document.QuerySelector("article h2")!.TextContent.Trim());
        Assert.Equal(["For the record", "We welcome the draft.", "Our members say the same."], look.Document.QuerySelectorAll("article [lang] p").Select(line => line.TextContent));
        Assert.Contains("makes the rest of your group smaller", look.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 1", look.Document.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());

        var refused = await visitor.SubmitAsync(look, button: "[value=agree]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Agreed", refused.InvalidFields);
        Assert.Empty(await KeptAsync());

        var kept = await visitor.SubmitAsync(refused, [("Agreed", "true")], button: "[value=agree]");
        Assert.Equal(Page, kept.Address.AbsolutePath);
        Assert.Contains("Handed in, not published yet", kept.Text, StringComparison.Ordinal);
        var submission = Assert.Single(await KeptAsync());
        Assert.Equal(new SubmissionText(new Signature(null, null, "Example 1"), "For the record", "en", Text), submission.Words);
        // Pressed twice, it is one.
        await visitor.SubmitAsync(refused, [("Agreed", "true")], button: "[value=agree]");
        Assert.Single(await KeptAsync());
    }

    [Fact]
    public async Task Look_BackToTheText_KeepsEverything()
    {
        using var visitor = await EnteredAsync(1);
        var look = await LookAsync(visitor, "Person", Text, ("Heading", "Title"), ("WrittenIn", "fr"));
        Assert.Equal("fr", look.Document.QuerySelector("article [lang]")!.GetAttribute("lang"));
        Assert.Equal("Person 1, Role 1, Example 1", look.Document.QuerySelector("article h2")!.TextContent.Trim());

        var back = await visitor.SubmitAsync(look, button: "[value=change]");

        Assert.Equal((Text, "Title", "fr"), (back.Value("Text"), back.Value("Heading"), back.Value("WrittenIn")));
        Assert.NotNull(back.Document.QuerySelector("[name=Capacity][value=Person][checked]"));
    }

    [Fact]
    public async Task Look_RightToLeft_IsShownSo()
    {
        using var visitor = await EnteredAsync(1);
        var look = await LookAsync(visitor, "Person", "نرحب بالمسودة.", ("WrittenIn", "ar"));
        Assert.Equal("rtl", look.Document.QuerySelector("article [lang=ar]")!.GetAttribute("dir"));
    }

    [Fact]
    public async Task Look_NothingChosenOrTooLong_IsRefusedWithTheText()
    {
        using var visitor = await EnteredAsync(1);
        var empty = await visitor.SubmitAsync(await visitor.GetAsync(Page), button: "[value=look]");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Capacity", empty.InvalidFields);
        Assert.Contains("Text", empty.InvalidFields);

        var text = new string('o', SubmissionText.MostCharacters + 1);
        var refused = await LookAsync(visitor, "Person", text);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(text, refused.Value("Text"));
        // A capacity that nobody offered.
        Assert.Contains("Capacity", (await visitor.PostAsync(Page, [.. Hidden(empty), new("Capacity", "7"), new("Text", "Words"), new("Then", "agree"), new("Agreed", "true")])).InvalidFields);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task TwoTabs_TheLaterSeesBothTexts()
    {
        using var visitor = await EnteredAsync(1);
        var (one, other) = (await LookAsync(visitor, "Person", "From the first tab"), await LookAsync(visitor, "Person", "From the second tab"));
        await visitor.SubmitAsync(one, [("Agreed", "true")], button: "[value=agree]");

        var both = await visitor.SubmitAsync(other, [("Agreed", "true")], button: "[value=agree]");

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("From the first tab", both.Text, StringComparison.Ordinal);
        Assert.Equal("From the second tab", both.Value("Text"));
        var look = await visitor.SubmitAsync(both, button: "[value=look]");
        await visitor.SubmitAsync(look, [("Agreed", "true")], button: "[value=agree]");
        Assert.Equal("From the second tab", Assert.Single(await KeptAsync()).Words.Text);
    }

    [Fact]
    public async Task AfterClosing_ChangesAndWithdraws_ButHandsInNothingNew()
    {
        using var first = await EnteredAsync(1);
        await HandInAsync(first, "Said in time");
        using var second = await EnteredAsync(2);
        var late = await LookAsync(second, "Person", "Said too late");
        await _window.CloseEarlyAsync();

        var refused = await second.SubmitAsync(late, [("Agreed", "true")], button: "[value=agree]");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Document.QuerySelectorAll("[data-kept]"), kept => kept.TextContent.Contains("Said too late", StringComparison.Ordinal));
        Assert.Contains("The comment window has closed", (await second.GetAsync(Page)).Text, StringComparison.Ordinal);

        var change = await first.SubmitAsync(await first.GetAsync($"{Page}?change=true"), [("Text", "Said better")], button: "[value=look]");
        await first.SubmitAsync(change, [("Agreed", "true")], button: "[value=agree]");
        Assert.Equal("Said better", Assert.Single(await KeptAsync()).Words.Text);
        var withdrawn = await first.SubmitAsync(await first.GetAsync(Page), button: "[value=withdraw]");
        Assert.Contains("The comment window has closed", withdrawn.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task AnotherEntry_KeepsTheTextAndSavesNothing()
    {
        using var visitor = await EnteredAsync(1);
        var look = await LookAsync(visitor, "Person", "Mine, not theirs");
        await TestWindow.EnterAndAcceptAsync(visitor, _window.CodeOf(2));
        var refused = await visitor.SubmitAsync(look, [("Agreed", "true")], button: "[value=agree]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Document.QuerySelectorAll("[data-kept]"), kept => kept.TextContent.Contains("Mine, not theirs", StringComparison.Ordinal));
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task SessionOver_ShowsTheTextAgain()
    {
        using var visitor = await EnteredAsync(1);
        var look = await LookAsync(visitor, "Person", "Written before the browser forgot");
        using var forgotten = _host.NewVisitor();
        var refused = await forgotten.PostAsync(Page, [.. Hidden(look), new("Text", "Written before the browser forgot"), new("Then", "agree"), new("Agreed", "true")]);
        Assert.InRange((int)refused.Status, 400, 404);
        Assert.Contains("Written before the browser forgot", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Page_LooksTheSame_WhetherOrNotOneWrites()
    {
        using var visitor = await EnteredAsync(1);
        var before = await visitor.GetAsync(Page);
        await _window.SendAsync(1, "What nobody may link with me.");
        Assert.Equal(before.Text, (await visitor.GetAsync(Page)).Text);
        // It does not ask for the Rule, which comes before writing.
        using var newcomer = _host.NewVisitor();
        await TestWindow.EnterAsync(newcomer, _window.CodeOf(2));
        Assert.Equal(Page, (await newcomer.GetAsync(Page)).Address.AbsolutePath);
    }

    private async Task<FormClient> EnteredAsync(int person)
    {
        var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.CodeOf(person));
        return visitor;
    }

    private static async Task<VisitedPage> LookAsync(FormClient visitor, string capacity, string text, params (string, string?)[] more) =>
        await visitor.SubmitAsync(await visitor.GetAsync(Page), [("Capacity", capacity), ("Text", text), .. more], button: "[value=look]");

    private static async Task HandInAsync(FormClient visitor, string text) =>
        await visitor.SubmitAsync(await LookAsync(visitor, "Person", text), [("Agreed", "true")], button: "[value=agree]");

    private static KeyValuePair<string, string>[] Hidden(VisitedPage page) => [new("Entry", page.Value("Entry")!), page.Token];

    private Task<IReadOnlyList<HandedIn>> KeptAsync() => _host.WithAsync<SubmissionBook, IReadOnlyList<HandedIn>>(book => book.ForWindowAsync(_window.Id, default));
}
