using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

public sealed class WritingTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Save_TooLong_KeepsTheTextAndMarksTheField()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;
        var text = new string('x', 20_001);

        var refused = await visitor.SubmitAsync(page, [("Text", text)], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(text, refused.Value("Text"));
        Assert.Contains("Text", refused.InvalidFields);
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Text']"));
    }

    [Fact]
    public async Task Save_BoxFull_KeepsTheText()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;
        var noise = new Random(1);
        string Incompressible() => string.Concat(Enumerable.Range(0, 18_000).Select(_ => (char)noise.Next(0x4E00, 0x9FA0)));

        var first = await visitor.SubmitAsync(page, [("Text", Incompressible()), ("Then", "draft")], "form[data-autosave]");
        var text = Incompressible();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/participate/overall"), [("Text", text)]);

        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(text, refused.Value("Text"));
    }

    [Fact]
    public async Task Save_TwoTabs_LaterOneSeesBothTextsAndMaySaveAgain()
    {
        var (visitor, first) = await AtFocusAreaAsync();
        using var _ = visitor;
        var second = await visitor.GetAsync("/participate/focus-areas/1");
        await visitor.SubmitAsync(first, [("Text", "From the first tab")], "form[data-autosave]");

        var both = await visitor.SubmitAsync(second, [("Text", "From the second tab")], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("From the second tab", both.Value("Text"));
        Assert.Contains("From the first tab", both.Body, StringComparison.Ordinal);

        await visitor.SubmitAsync(both, [("Text", "Both together")], "form[data-autosave]");
        Assert.Equal("Both together", (await visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));
    }

    [Fact]
    public async Task Save_VisitOver_GivesBackWhatWasTypedAlone_AndLeadsToTheDoor()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/overall");
        using var stranger = _host.NewVisitor();

        var kept = await stranger.SubmitAsync(page, [("Text", "Typed long after.")], "form[data-autosave]", "[value=draft]");

        Assert.Equal(["Typed long after."], kept.Document.QuerySelectorAll("[data-kept]").Select(text => text.TextContent.Trim()));
        Assert.NotNull(kept.Document.QuerySelector("main a.button[href$='/participate/enter']"));
        Assert.Null(kept.Document.QuerySelector("main a[href$='/participate/overall']"));
        Assert.NotNull((await stranger.GetAsync("/participate/paragraphs/1")).Document.QuerySelector("main a[href$='/participate/enter']"));
        Assert.Null((await stranger.GetAsync("/no/such/page")).Document.QuerySelector("main a[href$='/participate/enter']"));
    }

    [Fact]
    public async Task Save_SamePageTwice_IsOneSave()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;

        await visitor.SubmitAsync(page, [("Text", "Draft"), ("Then", "draft")], "form[data-autosave]");
        var again = await visitor.SubmitAsync(page, [("Text", "Draft, longer"), ("Then", "draft")], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("Draft, longer", again.Value("Text"));
    }

    [Fact]
    public async Task Save_AfterClosing_Is409WithTheText()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/focus-areas/1");
        await window.CloseAsync();

        var late = await visitor.SubmitAsync(page, [("Text", "Just too late")], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Just too late", late.Body, StringComparison.Ordinal);
        Assert.Equal("The time for writing is over", late.Heading);
        Assert.Contains("Writing ended on", (await visitor.GetAsync("/participate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(18)]
    public async Task Save_AfterClosingWithinLateMinutes_IsTakenOnlyFromAFormOpenedBefore()
    {
        var window = await TestWindow.MakeAsync(_host, lateSendingMinutes: 10);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/check");
        var area = await visitor.GetAsync("/participate/focus-areas/1");
        await window.CloseAsync();

        var saved = await visitor.SubmitAsync(area, [("Text", "In the last minute")], "form[data-autosave]");
        var sent = await visitor.SubmitAsync(page, button: "button[value=send]");

        Assert.NotEqual(HttpStatusCode.Conflict, saved.Status);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.NotNull(sent.Document.QuerySelector("[data-follow-up-code]"));

        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SubmitAsync(area, [("Text", "Far too late")], "form[data-autosave]")).Status);
    }

    [Fact]
    public async Task Save_WithinLateMinutes_OffersToSendWhatWasStored()
    {
        var window = await TestWindow.MakeAsync(_host, lateSendingMinutes: 10);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var area = await visitor.GetAsync("/participate/focus-areas/1");
        await window.CloseAsync();

        var stored = await visitor.SubmitAsync(area, [("Text", "In the last minute")], "form[data-autosave]");
        Assert.Equal(HttpStatusCode.OK, stored.Status);
        Assert.NotNull(stored.Document.QuerySelector("[data-late-sending]"));
        var sent = await visitor.SubmitAsync(stored, form: "form[action$=check]", button: "button[value=send]");
        Assert.NotNull(sent.Document.QuerySelector("[data-follow-up-code]"));
        Assert.Contains("What you sent will be opened", sent.Text, StringComparison.Ordinal);

        // Nobody gets such a form after closing.
        Assert.Equal("/participate", (await visitor.GetAsync("/participate/check")).Address.AbsolutePath);
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SubmitAsync(stored, form: "form[action$=check]", button: "button[value=send]")).Status);
    }

    [Fact]
    public async Task Save_KeysOfTheWindowLost_KeepsTheTextAndSaysWhy()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/focus-areas/1");
        foreach (var name in new[] { "tag.key", "box.key" })
        {
            File.Move(KeyFile(name), KeyFile(name) + ".away");
            var refused = await visitor.SubmitAsync(page, [("Text", "Not to be lost")], "form[data-autosave]");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
            Assert.Contains("Not to be lost", refused.Body, StringComparison.Ordinal);
            Assert.Equal("Your box cannot be opened at this moment", refused.Heading);
            File.Move(KeyFile(name) + ".away", KeyFile(name));
        }
        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(page, [("Text", "Not to be lost")], "form[data-autosave]")).Status);

        string KeyFile(string name) => Path.Combine(_host.KeysFolder, "windows", window.Id.ToString("D"), name);
    }

    [Fact]
    [Invariant(18)]
    public async Task Tick_NeverSent_CanBeWithdrawnThroughTheHoldingTime()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", "Ticked")], "form[data-autosave]");
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), [("SendWhatIsThere", "true")], button: "button[value=tick]");
        await window.CloseAsync();

        Assert.Contains("As you asked", (await visitor.GetAsync("/participate")).Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/withdraw"));
        Assert.Contains("You have not sent anything", (await visitor.GetAsync("/participate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AnotherLinkEnteredMeanwhile_SavesNothingAndKeepsTheText()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        var page = await visitor.GetAsync("/participate/focus-areas/1");
        await TestWindow.EnterAndAcceptAsync(visitor, window.Codes["p2@example.org"]);

        var refused = await visitor.SubmitAsync(page, [("Text", "Meant for the first box")], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Meant for the first box", refused.Body, StringComparison.Ordinal);
        Assert.Equal("", (await visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));
    }

    [Fact]
    public async Task Save_EntryFieldOfAnotherEntryUnderAGoodToken_SavesNothingAndKeepsTheText()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;

        var refused = await visitor.SubmitAsync(page, [("Text", "Into whose box?"), ("Entry", "1.forged")], "form[data-autosave]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Into whose box?", refused.Body, StringComparison.Ordinal);
        Assert.Equal("Nothing was saved: another link was used meanwhile", refused.Heading);
    }

    [Fact]
    public async Task Save_WithoutToken_KeepsTheText()
    {
        var (visitor, _) = await AtFocusAreaAsync();
        using var __ = visitor;

        var refused = await visitor.PostAsync("/participate/focus-areas/1", [new("Text", "No token here")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("No token here", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_AddedChangedRemoved_StandInTheListAndOnTheCheckPage()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;

        var form = await visitor.SubmitAsync(page, [("Text", "With an example")], "form[data-autosave]", "button[value=resource]");
        Assert.StartsWith("/participate/focus-areas/1/resources/", form.Address.AbsolutePath, StringComparison.Ordinal);
        var empty = await visitor.SubmitAsync(form, [("Title", ""), ("Link", "javascript:alert(1)")]);
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(["Title", "Link"], empty.InvalidFields);
        var area = await visitor.SubmitAsync(empty, [("Title", "A study"), ("Link", "https://example.org/study"), ("Text", "It shows how.")]);
        Assert.Contains("A study", area.Text, StringComparison.Ordinal);
        Assert.Equal("With an example", area.Value("Text"));

        var dilemma = await visitor.SubmitAsync(area, form: "form[data-autosave]", button: "button[value=dilemma]");
        area = await visitor.SubmitAsync(dilemma, [("Text", "Sell or not"), ("Tension", "Privacy and safety"), ("WouldHelp", "A procedure")]);
        var check = await visitor.GetAsync("/participate/check");
        Assert.Contains("A study", check.Text, StringComparison.Ordinal);
        Assert.Contains("Privacy and safety", check.Text, StringComparison.Ordinal);

        var change = await visitor.SubmitAsync(area, form: "form[data-autosave]", button: "ul.task-list button");
        Assert.Equal("A study", change.Value("Title"));
        // Without its link it is an example; nothing is doubled.
        area = await visitor.SubmitAsync(change, [("Link", "")]);
        Assert.Single(area.Document.QuerySelectorAll("ul.task-list li"), item => item.TextContent.Contains("A study", StringComparison.Ordinal));
        change = await visitor.SubmitAsync(area, form: "form[data-autosave]", button: "ul.task-list button");
        var removed = await visitor.SubmitAsync(change, button: "button[value=remove]");
        Assert.Single(removed.Document.QuerySelectorAll("ul.task-list li"));
    }

    [Fact]
    public async Task Paragraph_CommentAndOtherWording_BothStay()
    {
        var (visitor, _) = await AtFocusAreaAsync();
        using var __ = visitor;

        var area = await visitor.SubmitAsync(await visitor.GetAsync("/participate/paragraphs/1"), [("Text", "Too vague"), ("OtherWording", "Be precise.")]);

        Assert.Equal("/participate/focus-areas/1", area.Address.AbsolutePath);
        var page = await visitor.GetAsync("/participate/paragraphs/1");
        Assert.Equal("Too vague", page.Value("Text"));
        Assert.Equal("Be precise.", page.Value("OtherWording"));
    }

    [Fact]
    public async Task Send_NothingWritten_IsRefused()
    {
        var (visitor, _) = await AtFocusAreaAsync();
        using var __ = visitor;

        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("nothing to send", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_PressedTwice_ShowsTheSameCode()
    {
        var (visitor, page) = await AtFocusAreaAsync();
        using var _ = visitor;
        await visitor.SubmitAsync(page, [("Text", "Once")], "form[data-autosave]");
        var check = await visitor.GetAsync("/participate/check");

        var first = await visitor.SubmitAsync(check, button: "button[value=send]");
        var second = await visitor.SubmitAsync(check, button: "button[value=send]");

        Assert.Equal(first.Document.QuerySelector("[data-follow-up-code]")!.TextContent, second.Document.QuerySelector("[data-follow-up-code]")!.TextContent);
    }

    [Fact]
    public async Task Tick_KeptWithoutSending_Stays()
    {
        var (visitor, _) = await AtFocusAreaAsync();
        using var __ = visitor;

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), [("SendWhatIsThere", "true")], button: "button[value=tick]");

        Assert.True(page.Document.QuerySelector("#SendWhatIsThere")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Writing_BeforeTheRuleIsAccepted_IsNotSaved()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAsync(visitor, window.Code);

        Assert.Equal("/participate/rule", (await visitor.GetAsync("/participate/focus-areas/1")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Window_NotYetOpen_SaysWhenAndHasNoTextBox()
    {
        var window = await TestWindow.MakeAsync(_host, opensIn: TimeSpan.FromDays(2));
        using var visitor = _host.NewVisitor();

        var tasks = await TestWindow.EnterAndAcceptAsync(visitor, window.Code);

        Assert.Contains("You can write from", tasks.Text, StringComparison.Ordinal);
        Assert.Equal("/participate", (await visitor.GetAsync("/participate/focus-areas/1")).Address.AbsolutePath);
    }

    private async Task<(FormClient Visitor, VisitedPage Page)> AtFocusAreaAsync()
    {
        var window = await TestWindow.MakeAsync(_host);
        var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, window.Code);
        return (visitor, await visitor.GetAsync("/participate/focus-areas/1"));
    }
}
