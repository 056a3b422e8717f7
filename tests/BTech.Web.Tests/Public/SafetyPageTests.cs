using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Public;

/// <summary>The page for people at risk names whom to reach, and is one step from wherever somebody is about to write.</summary>
public sealed class SafetyPageTests : IAsyncLifetime
{
    private const string Link = "main a[href='/about/safety']";

    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Page_NamesTheUrgentContact_WhileCommentsWaitUnread()
    {
        using var anyone = _host.NewVisitor();
        Assert.Contains("No comment window is open", (await anyone.GetAsync("/about/safety")).Text, StringComparison.Ordinal);
        var window = await TestWindow.MakeAsync(_host);
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("urgent@example.org", (await anyone.GetAsync("/about/safety")).Text, StringComparison.Ordinal);
        await window.CloseAsync();
        Assert.Contains("urgent@example.org", (await anyone.GetAsync("/about/safety")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_IsLinkedFromTheEntrances_TheRuleAndTheCheckPage()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = _host.NewVisitor();
        foreach (var before in new[] { "/participate/enter", $"/participate/{window.Code}", "/about/rule", "/about/privacy" })
            Assert.NotNull((await visitor.GetAsync(before)).Document.QuerySelector(Link));
        var rule = await TestWindow.EnterAsync(visitor, window.Code);
        Assert.NotNull(rule.Document.QuerySelector(Link));
        await visitor.SubmitAsync(rule, [("Accepted", "true")]);
        Assert.NotNull((await visitor.GetAsync("/participate/check")).Document.QuerySelector(Link));
    }
}
