using System.Net;
using BTech.Languages;
using BTech.People.Mail;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Design;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Tests.Participate;
using MimeKit;

namespace BTech.Web.Tests.Admin;

/// <summary>Every mail in every language, as text and as HTML that can do nothing, and a test mail to oneself.</summary>
public sealed class MailsPageTests : IAsyncLifetime
{
    private const string Address = "/admin/windows/b-tech/1/mails";

    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Mails_EachInEachLanguage_AreShownAsTextAndAsHtml()
    {
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            var texts = new HashSet<string>();
            foreach (var language in Language.All)
            {
                var page = await admin.GetAsync($"{Address}?Kind={kind}&In={language.Code}");
                var shown = page.Document.QuerySelector("[data-letter]")!;
                Assert.Equal((language.Code, language.Direction), (shown.GetAttribute("lang"), shown.GetAttribute("dir")));
                Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b", shown.TextContent.Replace("B-Tech", "", StringComparison.Ordinal));
                Assert.True(texts.Add(shown.TextContent), $"{kind} says the same in {language.Code} as in another language");

                var document = await admin.GetAsync($"{Address}/{kind}/{language.Code}");
                Assert.Equal("text/html", document.ContentHeaders.ContentType!.MediaType);
                Assert.Equal(DocumentPolicyAttribute.ContentSecurityPolicy, document.Headers.GetValues("Content-Security-Policy").Single());
                Assert.Equal((language.Code, language.Direction), (document.Document.DocumentElement.GetAttribute("lang"), document.Document.DocumentElement.GetAttribute("dir")));
                Assert.Equal(document.Document.Title!.Trim(), page.Document.QuerySelector("p > bdi[lang]")!.TextContent.Trim());
                // Nothing is loaded, nothing runs, nothing is sent.
                Assert.DoesNotMatch("(?i)<(img|link|script|style|iframe|object|form|input)|src=|url\\(|@import| on[a-z]+=", document.Body);
                foreach (var paragraph in document.Document.QuerySelectorAll("p"))
                    Assert.Contains(Bare(paragraph.TextContent)[..Math.Min(5, Bare(paragraph.TextContent).Length)], Bare(shown.TextContent), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Documents_OfOthers_KeepTheSitesPolicy()
    {
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);

        Assert.Contains("script-src 'self'", (await admin.GetAsync(Address)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var unknown = await admin.GetAsync($"{Address}/Unheard/en");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.DoesNotContain("unsafe", unknown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Address}/Reminder/xx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Address}/99/en")).Status);
    }

    [Fact]
    public async Task Mails_AreForAdministratorsOfTheWindow()
    {
        using var moderator = await new Crew(_host).NewAsync("reader", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync($"{Address}/Reminder/en")).Status);
    }

    [Fact]
    public async Task Test_GoesToOneself_InTheChosenLanguage_AndOpensNothing()
    {
        using var admin = await new Crew(_host).NewAsync("admin", StaffRole.Administrator);
        var page = await admin.SubmitAsync(await admin.GetAsync($"{Address}?Kind=Reminder&In=fr"), form: "#test");
        Assert.Contains("admin@example.org", page.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await _host.RunAsync<MailJob>();

        var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_host.MailFolder, "*.eml")), TestContext.Current.CancellationToken);
        Assert.Equal("admin@example.org", message.To.Mailboxes.Single().Address);
        Assert.StartsWith("[Essai] Rappel", message.Subject, StringComparison.Ordinal);
        Assert.Null(message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Contains("/fr/participate/00000000000000000000000000000000", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
