using System.IO.Compression;
using System.Net;
using System.Text;
using BTech.Record.Boxes;
using BTech.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Web.Tests.Participate;

/// <summary>The questions taken along as a Word document, and the answers brought back: shown before anything is saved.</summary>
public sealed class QuestionsTests : IAsyncLifetime
{
    private const string Address = "/participate/questions";

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
    public async Task Form_InEachLanguage_IsTheSameForEverybody()
    {
        using var other = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(other, _window.CodeOf(2));
        foreach (var language in new[] { "ar", "zh", "en", "fr", "ru", "es" })
        {
            var form = await FormAsync(_visitor, language);
            Assert.Equal(form, await FormAsync(other, language));
            Assert.Contains("What is missing?", TextOf(form), StringComparison.Ordinal);
            Assert.Contains("[P1]", TextOf(form), StringComparison.Ordinal);
        }
        Assert.Contains("Do not write who you are", TextOf(await FormAsync(_visitor, "en")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"{Address}?form=de")).Status);
    }

    [Fact]
    public async Task Upload_FilledIn_IsShownThenSavedAsDrafts()
    {
        var filled = Filled(await FormAsync(_visitor, "fr"), ("[F1]", "Nous sommes d’accord."), ("[P1]", "Peu clair."), ("[O]", "Bien."));
        var check = await UploadAsync(filled);
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal("Check what was read", check.Heading.Trim());
        Assert.Equal(3, check.Document.QuerySelectorAll("dl dd").Length);
        Assert.Null(check.Document.QuerySelector("#lost"));
        Assert.Equal("", (await _visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));

        var saved = await _visitor.SubmitAsync(check, [("WrittenIn", "fr")], button: "[value=save]");

        Assert.Equal("/participate/check", saved.Address.AbsolutePath);
        Assert.Contains("Not sent yet", saved.Text, StringComparison.Ordinal);
        var area = await _visitor.GetAsync("/participate/focus-areas/1");
        Assert.Equal(("Nous sommes d’accord.", "fr"), (area.Value("Text"), area.Value("WrittenIn")));
        Assert.Equal("Peu clair.", (await _visitor.GetAsync("/participate/paragraphs/1")).Value("Text"));
    }

    [Fact]
    public async Task ExamplesAndDilemmas_InTheForm_ComeBackInParts_AndOnceMoreReplaceThemselves()
    {
        var form = TextOf(await FormAsync(_visitor, "en"));
        foreach (var mark in new[] { "[E1.1]", "[L1.1]", "[R1.1]", "[D2.1]", "[T2.1]", "[H2.1]" }) Assert.Contains(mark, form, StringComparison.Ordinal);
        var filled = Filled(await FormAsync(_visitor, "en"), ("[E1.1]", "A case"), ("[R1.1]", "It shows much."), ("[D2.1]", "A situation"), ("[H2.1]", "Time"));
        var check = await UploadAsync(filled);
        Assert.Equal(4, check.Document.QuerySelectorAll("dl > div").Length);
        Assert.Contains("Example 1: title", check.Text, StringComparison.Ordinal);
        Assert.Equal("/participate/check", (await _visitor.SubmitAsync(check, button: "[value=save]")).Address.AbsolutePath);

        // With a link it is a resource and no example any more; what is not brought back stays.
        var more = await PasteAsync("[L1.1]\nhttps://example.org/case\n[E1.2]\nAnother case\n[H2.1]\nPatience");
        Assert.Contains("Time", more.Document.QuerySelector("dl .panel.warning")!.TextContent, StringComparison.Ordinal);
        await _visitor.SubmitAsync(more, button: "[value=save]");

        var first = await ItemsAsync(1);
        Assert.Equal(["Another case", "https://example.org/case"], first.Select(item => item.Value("Link") is { Length: > 0 } link ? link : item.Value("Title")).Order(StringComparer.Ordinal));
        var resource = first.Single(item => item.Value("Link") is { Length: > 0 });
        Assert.Equal(("A case", "It shows much."), (resource.Value("Title"), resource.Value("Text")));
        var dilemma = Assert.Single(await ItemsAsync(2));
        Assert.Equal(("A situation", "Patience"), (dilemma.Value("Text"), dilemma.Value("WouldHelp")));
    }

    [Theory]
    [InlineData("[R1.1]\nBecause", "An example needs a title: write one under [E1.1]")]
    [InlineData("[E1.1]\nA case\n[L1.1]\nsomewhere", "Write the link under [L1.1]")]
    [InlineData("[H2.4]\nMoney", "describe it under [D2.4]")]
    public async Task Items_ThatLackSomething_AreRefusedWithTheirMark(string text, string reason)
    {
        var refused = await _visitor.SubmitAsync(await PasteAsync(text), button: "[value=save]");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.Equal(text, refused.Value("Text")!.ReplaceLineEndings("\n"));
        Assert.Empty(await ItemsAsync(1));
    }

    [Fact]
    public async Task Paste_WithWordsUnderNoMark_SaysSo_AndMayBeCorrected()
    {
        var check = await PasteAsync("Dear team,\n[F1]\nFirst answer\n[F7]\nNowhere\n[W1]\nBetter words");
        Assert.Equal(["Dear team,", "[F7]", "Nowhere"], check.Document.QuerySelectorAll("#lost ~ ul li").Select(line => line.TextContent.Trim()));
        var again = await _visitor.SubmitAsync(check, [("Text", check.Value("Text")!.Replace("[F7]", "[F2]", StringComparison.Ordinal))], button: "[value=read]");
        Assert.Equal(3, again.Document.QuerySelectorAll("dl > div").Length);
        await _visitor.SubmitAsync(again, button: "[value=save]");
        Assert.Equal("Nowhere", (await _visitor.GetAsync("/participate/focus-areas/2")).Value("Text"));
        Assert.Equal("Better words", (await _visitor.GetAsync("/participate/paragraphs/1")).Value("OtherWording"));
    }

    [Fact]
    public async Task Save_OverSomethingWritten_ShowsItFirst_AndNoticesAnotherPage()
    {
        await WriteAsync("Written before");
        var check = await PasteAsync("[F1]\nBrought back");
        Assert.Contains("Written before", check.Document.QuerySelector("dl .panel.warning")!.TextContent, StringComparison.Ordinal);
        await WriteAsync("Written meanwhile");

        var conflict = await _visitor.SubmitAsync(check, button: "[value=save]");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Written meanwhile", conflict.Document.QuerySelector("dl .panel.warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Written meanwhile", (await _visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));

        await _visitor.SubmitAsync(conflict, button: "[value=save]");
        Assert.Equal("Brought back", (await _visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));
    }

    [Fact]
    public async Task Upload_WhatCannotBeTaken_IsRefusedInPlainWords()
    {
        Assert.Contains("Choose a file or paste", (await PasteAsync("  ")).Text, StringComparison.Ordinal);
        Assert.Contains("no Word document", (await UploadAsync(Zip(("a.txt", "x")))).Text, StringComparison.Ordinal);
        Assert.Contains("no Word document", (await UploadAsync("%PDF-1.7"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("neither a Word document nor a text file", (await UploadAsync([0xC3, 0x28, 0xA0])).Text, StringComparison.Ordinal);
        // Zero characters are in workbooks and pictures, and in no text.
        Assert.Contains("neither a Word document nor a text file", (await UploadAsync("[F1]\nWords\0of a program"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("larger than 2 MB", (await UploadAsync(new byte[2 * 1024 * 1024 + 1])).Text, StringComparison.Ordinal);
        Assert.Contains("more in this file than a box can hold", (await UploadAsync(Encoding.UTF8.GetBytes("[F1]\n" + new string('x', 300_001)))).Text, StringComparison.Ordinal);
        Assert.Contains("No answer was found", (await PasteAsync("Words without a mark")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(new byte[10 * 1024 * 1024])).Status);
        var refused = await PasteAsync("[F1]\n" + new string('x', PieceText.MaxLength + 1));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("The answer at [F1] has", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Text", refused.InvalidFields);
        // Words that compress badly, in every place there is: more than a box.
        var random = new Random(7);
        var noise = string.Join('\n', new[] { "F1", "F2", "P1", "W1", "O" }.Select(mark => $"[{mark}]\n{string.Concat(Enumerable.Range(0, 9_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5)))}"));
        var full = await _visitor.SubmitAsync(await PasteAsync(noise), button: "[value=save]");
        Assert.Equal(HttpStatusCode.BadRequest, full.Status);
        Assert.Contains("more than your box can hold", full.Text, StringComparison.Ordinal);
        Assert.Equal("", (await _visitor.GetAsync("/participate/focus-areas/1")).Value("Text"));
    }

    [Fact]
    public async Task Save_AfterClosing_KeepsTheText()
    {
        var check = await PasteAsync("[F1]\nBrought back late");
        await _window.CloseEarlyAsync();
        var refused = await _visitor.SubmitAsync(check, button: "[value=save]");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Document.QuerySelectorAll("[data-kept]"), kept => kept.TextContent.Contains("Brought back late", StringComparison.Ordinal));
    }

    private async Task<List<VisitedPage>> ItemsAsync(int area)
    {
        var items = new List<VisitedPage>();
        foreach (var button in (await _visitor.GetAsync($"/participate/focus-areas/{area}")).Document.QuerySelectorAll("main button[name=Then]"))
            if (Guid.TryParse(button.GetAttribute("value"), out var item) && button.PreviousElementSibling is { } line)
                items.Add(await _visitor.GetAsync($"/participate/focus-areas/{area}/{(line.TextContent.Contains("Dilemma", StringComparison.Ordinal) ? "dilemmas" : "resources")}/{item}"));
        return items;
    }

    private async Task WriteAsync(string text) =>
        await _visitor.SubmitAsync(await _visitor.GetAsync("/participate/focus-areas/1"), [("Text", text)], "form[data-autosave]", "[value=draft]");

    private async Task<VisitedPage> PasteAsync(string text) => await _visitor.SubmitAsync(await _visitor.GetAsync(Address), [("Text", text)], button: "[value=read]");

    private async Task<VisitedPage> UploadAsync(byte[] file) => await _visitor.SubmitAsync(await _visitor.GetAsync(Address), button: "[value=read]",
        files: new Dictionary<string, (string, byte[])> { ["Answers"] = ("anything.docx", file) });

    private static async Task<byte[]> FormAsync(FormClient visitor, string language)
    {
        using var answer = await visitor.Http.GetAsync(new Uri($"{Address}?form={language}", UriKind.Relative));
        Assert.Equal($"questions-{language}.docx", answer.Content.Headers.ContentDisposition!.FileName);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string TextOf(byte[] form)
    {
        using var file = new MemoryStream(form);
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static byte[] Filled(byte[] form, params (string Mark, string Answer)[] answers)
    {
        using var file = new MemoryStream();
        file.Write(form);
        using (var word = WordprocessingDocument.Open(file, isEditable: true))
            foreach (var (mark, answer) in answers)
                word.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Single(line => line.InnerText.StartsWith(mark, StringComparison.Ordinal)).InsertAfterSelf(new Paragraph(new Run(new Text(answer))));
        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }
}
