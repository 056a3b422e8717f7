using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

/// <summary>The own copy: the words as they are, and nothing that names anybody or a time.</summary>
public sealed class OwnCopyTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Copy_BeforeAndAfterSending_HoldsTheWordsAndNothingElse()
    {
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.Code);
        Assert.Contains("Nothing is written yet", (await visitor.GetAsync("/participate/copy")).Text, StringComparison.Ordinal);

        await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", "First line.\n\nنص عربي"), ("WrittenIn", "ar"), ("Permission", "BackgroundOnly")], "form[data-autosave]", "[value=draft]");
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/paragraphs/1"), [("OtherWording", "Better words."), ("WrittenIn", "en")], "form[data-autosave]", "[value=draft]");
        Assert.Equal("""
            Notes

            Focus area 1: Area 1
            Comment · Filled in, not sent · العربية · For background only

            First line.

            نص عربي


            Paragraph 1
            Other wording · Filled in, not sent · English · May be paraphrased

            Better words.

            """.ReplaceLineEndings("\r\n"), await TextAsync(visitor));

        await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/paragraphs/1"), [("OtherWording", "The best words.")], "form[data-autosave]", "[value=draft]");
        var sent = await TextAsync(visitor);
        Assert.Contains("Other wording · Sent · English · May be paraphrased\r\n\r\nBetter words.", sent, StringComparison.Ordinal);
        Assert.Contains("Other wording · Filled in, not sent · English · May be paraphrased\r\n\r\nThe best words.", sent, StringComparison.Ordinal);
        var page = await visitor.GetAsync("/participate/copy");
        Assert.Equal(("ar", "rtl"), (page.Document.QuerySelector("section div")!.GetAttribute("lang"), page.Document.QuerySelector("section div")!.GetAttribute("dir")));

        // Closed, it is still there; sealed, it is not.
        await _window.CloseEarlyAsync();
        Assert.Equal(sent, await TextAsync(visitor));
    }

    [Fact]
    public async Task Paragraph_WithAPassage_KeepsItInTheBoxAndPutsItBeforeTheWords()
    {
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.Code);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/participate/paragraphs/1"),
            [("Passage", "paragraph"), ("Text", "Too vague."), ("OtherWording", "chapter")], "form[data-autosave]", "[value=draft]");
        Assert.Equal("paragraph", page.Value("Passage"));
        Assert.Null(page.Document.QuerySelector("[data-passage-missed]"));
        var text = await TextAsync(visitor);
        Assert.Contains("\r\n\r\n“paragraph”\r\n\r\nToo vague.\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n“paragraph”\r\n\r\nchapter\r\n", text, StringComparison.Ordinal);

        // What is not there is kept, and said; brought back by file, the comment keeps its passage.
        page = await visitor.SubmitAsync(page, [("Passage", "no such words")], "form[data-autosave]", "[value=draft]");
        Assert.NotNull(page.Document.QuerySelector("[data-passage-missed]"));
        var check = await visitor.SubmitAsync(await visitor.GetAsync("/participate/questions"), [("Text", "[P1]\nBrought back")], button: "[value=read]");
        await visitor.SubmitAsync(check, button: "[value=save]");
        Assert.Contains("“no such words”\r\n\r\nBrought back", await TextAsync(visitor), StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync(page, [("Passage", new string('o', 2_001))], "form[data-autosave]", "[value=draft]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Copy_InArabic_IsolatesATitleOfAnotherDirection()
    {
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.Code);
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/focus-areas/1"), [("Text", "Words")], "form[data-autosave]", "[value=draft]");
        var text = await TextAsync(visitor, "/ar");
        Assert.Contains("مجال التركيز 1: \u2068Area 1\u2069\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nWords\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_WithItsCode_IsFoundInTheSealedRecord()
    {
        var code = await _window.SendAsync(1, "Words of my own,\nin two lines.");
        for (var person = 2; person <= 11; person++) await _window.SendAsync(person, $"Words of {person}");
        using var visitor = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(visitor, _window.CodeOf(1));
        var copied = (await TextAsync(visitor)).Split("\r\n\r\n")[^1].TrimEnd();
        await _window.SealAsync();

        using var anyone = _host.NewVisitor();
        var page = await anyone.GetAsync("/follow-up");
        Assert.Contains("These words, unaltered, are in the sealed record", (await anyone.SubmitAsync(page, [("Code", code), ("Text", copied)])).Text, StringComparison.Ordinal);
        // What was entered before ends with the seal; whoever comes in again is told that nobody can show the words any more.
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/participate/copy")).Status);
    }

    private static async Task<string> TextAsync(FormClient visitor, string prefix = "")
    {
        using var answer = await visitor.Http.GetAsync(new Uri($"{prefix}/participate/copy?as=text", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("notes.txt", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Content.Headers.LastModified);
        return await answer.Content.ReadAsStringAsync();
    }
}
