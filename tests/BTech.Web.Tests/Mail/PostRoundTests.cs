using System.Globalization;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Mail;
using BTech.Web.Settings;
using MimeKit;

namespace BTech.Web.Tests.Mail;

/// <summary>How letters are handed over: what is in them, on how many connections, and whose fault it is when one is not taken.</summary>
public sealed class PostRoundTests
{
    [Fact]
    public async Task Message_HoldsTextAndHtmlSideBySide_AndHowToEndIt()
    {
        await using var sink = MailSink.Opened();
        await using (var round = Begin(sink))
            await round.SendAsync(ALetter() with { Language = "ar", Unsubscribe = new Uri("http://localhost/ar/reminders/stop/abc") }, Cancel);

        using var raw = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(sink.Taken.Single().Message));
        var message = await MimeMessage.LoadAsync(raw, Cancel);
        var both = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], both.Select(part => part.ContentType.MimeType));
        Assert.Equal(("Text of it\n", "<p>Text of it</p>\n"), (message.TextBody!.ReplaceLineEndings("\n"), message.HtmlBody!.ReplaceLineEndings("\n")));
        Assert.Equal("ar", message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("<http://localhost/ar/reminders/stop/abc>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
    }

    [Fact]
    public async Task Message_ThatCannotBeEnded_DoesNotSaySo()
    {
        await using var sink = MailSink.Opened();
        await using (var round = Begin(sink)) await round.SendAsync(ALetter(), Cancel);

        Assert.DoesNotContain("List-Unsubscribe", sink.Taken.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ManyLetters_ShareAConnection_AlsoWithRefusedOnesBetween()
    {
        await using var sink = MailSink.Opened(to => to.StartsWith("bad", StringComparison.Ordinal) ? Manner.RefusesRecipient : Manner.Takes);
        await using (var round = Begin(sink))
            for (var i = 0; i < 20; i++)
            {
                await round.SendAsync(ALetter(), Cancel);
                await Assert.ThrowsAsync<DeliveryException>(() => round.SendAsync(ALetter() with { Id = Guid.NewGuid(), Address = "bad@example.org" }, Cancel));
            }

        Assert.Equal((20, 1), (sink.Taken.Count, sink.Connections));
    }

    [Theory]
    [InlineData(nameof(Manner.RefusesRecipient), DeliveryFault.ForGood, "550 5.1.1 <a@example.org> no such mailbox")]
    [InlineData(nameof(Manner.RefusesLetter), DeliveryFault.ForGood, "554 5.6.0 not like this")]
    [InlineData(nameof(Manner.AsksForLaterAtRecipient), DeliveryFault.ForNow, "450 4.2.1 mailbox busy")]
    [InlineData(nameof(Manner.AsksForLaterAfterData), DeliveryFault.ForNow, "451 4.7.1 greylisted, try later")]
    [InlineData(nameof(Manner.DropsAtRecipient), DeliveryFault.ForNow, null)]
    [InlineData(nameof(Manner.DropsDuringData), DeliveryFault.ForNow, null)]
    [InlineData(nameof(Manner.TakesAndDropsBeforeTheReply), DeliveryFault.ForNow, null)]
    [InlineData(nameof(Manner.NeverAnswers), DeliveryFault.ForNow, "")]
    [InlineData(nameof(Manner.TakesLeave), DeliveryFault.Server, "421 4.3.2 closing")]
    public async Task Send_NotTaken_SaysWhoseFaultItIs_AndTheNextLetterGoes(string manner, DeliveryFault fault, string? answer)
    {
        var isFirst = true;
        await using var sink = MailSink.Opened(_ =>
        {
            var how = isFirst ? Enum.Parse<Manner>(manner) : Manner.Takes;
            isFirst = false;
            return how;
        });
        await using var round = Begin(sink);
        var trouble = await Assert.ThrowsAsync<DeliveryException>(() => round.SendAsync(ALetter(), Cancel));
        Assert.Equal(fault, trouble.Fault);
        if (answer is not null) Assert.Equal(answer, trouble.Answer);

        await round.SendAsync(ALetter(), Cancel);
        Assert.NotEmpty(sink.Taken);
    }

    [Fact]
    public async Task Send_ServerAway_IsItsFault()
    {
        await using var sink = MailSink.Shut();
        await using var round = Begin(sink);

        Assert.Equal(DeliveryFault.Server, (await Assert.ThrowsAsync<DeliveryException>(() => round.SendAsync(ALetter(), Cancel))).Fault);
    }

    [Fact]
    public void Rest_OfTheServer_GrowsAndEndsWithTheFirstLetterTaken()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 9, 6, 12, 0, 0, TimeSpan.Zero));
        var server = new MailServer(clock);
        var pauses = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            server.Fails("421 no");
            pauses.Add((server.Trouble!.NextTry - clock.GetUtcNow()).TotalSeconds);
            Assert.True(server.IsResting);
            clock.Advance(server.Trouble.NextTry - clock.GetUtcNow());
            Assert.False(server.IsResting);
        }
        Assert.Equal([15, 30, 60, 120, 240, 300, 300], pauses);
        Assert.Equal(new DateTimeOffset(2026, 9, 6, 12, 0, 0, TimeSpan.Zero), server.Trouble!.Since);

        server.Answers();
        Assert.Null(server.Trouble);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Letter ALetter() => new("a@example.org", "A", "en", "Subject", "Text of it\n", "<p>Text of it</p>\n");

    private static PostRound Begin(MailSink sink) => new Postman(
        new MailSettings("127.0.0.1", sink.Port, null, null, "from@example.org"), new DataSettings(Path.GetTempPath()),
        new SiteSettings(new Uri("http://localhost/"), "http://localhost:0")) { Patience = TimeSpan.FromSeconds(1) }.Begin();
}
