using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

/// <summary>U+FFFE is no character, and normalising it throws: wherever somebody can send it, the answer is plain and the text is kept.</summary>
public sealed class NoCharacterTests : IAsyncLifetime
{
    private const string Strange = "before \uFFFE behind";

    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Comment_WithIt_IsRefusedBesideTheFieldAndKept()
    {
        using var author = _host.NewVisitor();
        await author.SubmitAsync(await TestWindow.EnterAsync(author, _window.Code), [("Accepted", "true")]);
        var refused = await author.SubmitAsync(await author.GetAsync("/participate/focus-areas/1"), [("Text", Strange)], "form[data-autosave]");
        Assert.Equal((HttpStatusCode.BadRequest, Strange), (refused.Status, refused.Value("Text")));
        Assert.Contains("Text", refused.InvalidFields);
    }

    [Fact]
    public async Task Codes_WithIt_AreLikeAnyThatDoNotExist()
    {
        using var visitor = _host.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate/" + Uri.EscapeDataString("abc\uFFFEdef"))).Status);
        var typed = await visitor.SubmitAsync(await visitor.GetAsync("/participate/enter"), [("Code", "abc\uFFFEdef")]);
        var unknown = await visitor.SubmitAsync(await visitor.GetAsync("/participate/enter"), [("Code", "abcdef")]);
        Assert.Equal((unknown.Status, unknown.InvalidFields.Count), (typed.Status, typed.InvalidFields.Count));
        Assert.InRange((int)typed.Status, 400, 499);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(await visitor.GetAsync("/follow-up"), [("Code", "abc\uFFFE"), ("Text", Strange)])).Status);
    }

    [Fact]
    public async Task Passphrase_WithIt_OpensWhatItLocked()
    {
        using var author = _host.NewVisitor();
        var chosen = await author.SubmitAsync(await author.GetAsync($"/participate/{_window.Code}"), [("Passphrase", Strange), ("PassphraseAgain", Strange)]);
        Assert.Equal("/participate/rule", chosen.Address.AbsolutePath);
        using var again = _host.NewVisitor();
        Assert.Equal("/participate/rule", (await again.SubmitAsync(await again.GetAsync($"/participate/{_window.Code}"), [("Passphrase", Strange)])).Address.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_WithIt_IsRefusedLikeAnyOther()
    {
        using var visitor = _host.NewVisitor();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), [("Email", "a\uFFFE@example.org"), ("Password", "not the right one")]);
        Assert.InRange((int)refused.Status, 400, 499);
    }
}
