using System.Net;
using BTech.Testing;

namespace BTech.Web.Tests.Participate;

/// <summary>The passphrase at the entrance: chosen and entered on one and the same page, and nothing to be had without it.</summary>
public sealed class PassphraseTests : IAsyncLifetime
{
    private const string Words = "four calm blue rivers";

    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Chosen_LocksTheBoxForEverybodyElse()
    {
        using var early = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(early, _window.Code);
        var open = await early.GetAsync("/participate/focus-areas/1");
        using var author = _host.NewVisitor();
        var before = await author.GetAsync($"/participate/{_window.Code}");
        var inside = await author.SubmitAsync(before, [("Passphrase", Words), ("PassphraseAgain", Words)]);
        Assert.Equal("/participate", inside.Address.AbsolutePath);
        await author.SubmitAsync(await author.GetAsync("/participate/focus-areas/1"), [("Text", "For my eyes")], "form[data-autosave]");

        // Whoever came in before, without it, is out, and what was being written is shown.
        var refused = await early.SubmitAsync(open, [("Text", "Not to be lost")], "form[data-autosave]");
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal("Your comments are locked with a passphrase", refused.Heading);
        Assert.Contains("Not to be lost", refused.Body, StringComparison.Ordinal);

        using var other = _host.NewVisitor();
        var page = await other.GetAsync($"/participate/{_window.Code}");
        Assert.Equal(before.Text, page.Text);
        var none = await other.SubmitAsync(page);
        Assert.Equal((HttpStatusCode.BadRequest, "Passphrase"), (none.Status, Assert.Single(none.InvalidFields)));
        var wrong = await other.SubmitAsync(page, [("Passphrase", "four calm blue lakes"), ("PassphraseAgain", "four calm blue lakes")]);
        Assert.Contains("This is not the passphrase", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lakes", wrong.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/participate")).Status);

        // Typed on another keyboard, by the code instead of the link.
        var typed = await other.SubmitAsync(await other.GetAsync("/participate/enter"), [("Code", _window.Code), ("Passphrase", $" {Words} ")]);
        Assert.Equal("/participate", typed.Address.AbsolutePath);
        Assert.Equal("For my eyes", (await other.GetAsync("/participate/focus-areas/1")).Value("Text"));
    }

    [Fact]
    public async Task Chosen_WithATypo_SetsNothing()
    {
        using var author = _host.NewVisitor();
        var page = await author.GetAsync($"/participate/{_window.Code}");
        Assert.Equal(["PassphraseAgain"], (await author.SubmitAsync(page, [("Passphrase", Words), ("PassphraseAgain", Words + "x")])).InvalidFields);
        Assert.Equal(["PassphraseAgain"], (await author.SubmitAsync(page, [("Passphrase", Words)])).InvalidFields);
        Assert.Equal(["Passphrase"], (await author.SubmitAsync(page, [("Passphrase", "short"), ("PassphraseAgain", "short")])).InvalidFields);
        Assert.Equal("/participate/rule", (await author.SubmitAsync(page)).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("Unsure")]
    public async Task Mailbox_OthersMayRead_NeedsOne(string answer)
    {
        using var author = _host.NewVisitor();
        var page = await author.GetAsync($"/participate/{_window.Code}");
        var refused = await author.SubmitAsync(page, [("Others", answer)]);
        Assert.Equal(["Passphrase"], refused.InvalidFields);
        Assert.Equal("/participate/rule", (await author.SubmitAsync(refused, [("Passphrase", Words), ("PassphraseAgain", Words)])).Address.AbsolutePath);
    }

    [Fact]
    public async Task Forgotten_WhatWasSentStaysAndListingStaysOpen()
    {
        using var author = _host.NewVisitor();
        await author.SubmitAsync(await author.SubmitAsync(await author.GetAsync($"/participate/{_window.Code}"), [("Passphrase", Words), ("PassphraseAgain", Words)]), [("Accepted", "true")]);
        await author.SubmitAsync(await author.GetAsync("/participate/focus-areas/1"), [("Text", "Sent")], "form[data-autosave]");
        await author.SubmitAsync(await author.GetAsync("/participate/check"), button: "button[value=send]");

        using var forgetful = _host.NewVisitor();
        var wrong = await forgetful.SubmitAsync(await forgetful.GetAsync($"/participate/{_window.Code}"), [("Passphrase", "something else")]);
        var without = await forgetful.SubmitAsync(wrong, button: "button[value=without]");
        Assert.Equal("/participate/you", without.Address.AbsolutePath);
        foreach (var address in new[] { "", "/rule", "/focus-areas/1", "/check", "/withdraw" })
        {
            var barred = await forgetful.GetAsync("/participate" + address);
            Assert.Equal(HttpStatusCode.NotFound, barred.Status);
            Assert.DoesNotContain("Sent", barred.Text, StringComparison.Ordinal);
        }
        await author.SubmitAsync(await author.GetAsync("/participate/focus-areas/1"), [("Text", "Still mine")], "form[data-autosave]");
        Assert.Contains("Changed, not sent", (await author.GetAsync("/participate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessed_TenTimes_RestsForTenMinutes()
    {
        using var author = _host.NewVisitor();
        await author.SubmitAsync(await author.GetAsync($"/participate/{_window.Code}"), [("Passphrase", Words), ("PassphraseAgain", Words)]);
        using var guesser = _host.NewVisitor();
        var page = await guesser.GetAsync($"/participate/{_window.Code}");
        for (var tries = 0; tries < 10; tries++) await guesser.SubmitAsync(page, [("Passphrase", $"guess number {tries}")]);
        Assert.Contains("Too many wrong passphrases", (await guesser.SubmitAsync(page, [("Passphrase", Words)])).Text, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.NotEqual(HttpStatusCode.BadRequest, (await guesser.SubmitAsync(page, [("Passphrase", Words)])).Status);
    }

    [Fact]
    public async Task Chosen_LeavesBoxesAsManyAndAsLong()
    {
        using var author = _host.NewVisitor();
        await author.SubmitAsync(await author.GetAsync($"/participate/{_window.Code}"), [("Passphrase", Words), ("PassphraseAgain", Words)]);
        Assert.Equal($"12 of {32 * 1024} to {32 * 1024}",
            await _host.Database.AskAsync<string>("SELECT count(*) || ' of ' || min(length(box)) || ' to ' || max(length(box)) FROM record.box"));
    }
}
