using System.Net;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Mail;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Mail;

/// <summary>What a reminder says, in six languages.</summary>
public sealed class ReminderLetterTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private CommentWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        var made = await TestWindow.MakeAsync(_host);
        _window = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(made.Id, default)))!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Letter_InEnglish_SaysAllThatItMust()
    {
        var letter = await PreviewAsync(Language.English, daysBefore: 7);
        Assert.Equal("Reminder of your invitation to comment: B-Tech – Written comments", letter.Subject);
        foreach (var part in new[]
        {
            "The host invites you to comment in writing on: B-Tech – Written comments.", "There are 7 days left: you can write until", "Geneva time",
            "whether or not you have written: we do not know", "What is saved and not sent when writing ends will be destroyed unread",
            "Links that you have received before go on working", "What is said may be used, who said it may not", "urgent@example.org", "team@example.org",
        }) Assert.Contains(part, letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is 1 day left: you can write until")]
    [InlineData(0.001, "This is the last day: you can write until")]
    public async Task Letter_DaysLeft_AreCounted(double daysBefore, string expected) =>
        Assert.Contains(expected, (await PreviewAsync(Language.English, daysBefore)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Letter_OfAnOrganisation_IsAddressedAsItsInvitationIs()
    {
        var letter = await PreviewAsync(Language.English, 7, InvitationKind.Organisation);
        Assert.Contains("invites your organisation, …, to comment", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Your organisation's link:", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "destroyed unread", "we do not know", "http://localhost/participate/")]
    [InlineData("fr", "détruit sans être lu", "nous ne le savons pas", "http://localhost/fr/participate/")]
    [InlineData("es", "se destruirá sin que nadie lo lea", "no lo sabemos", "http://localhost/es/participate/")]
    [InlineData("ru", "уничтожено непрочитанным", "нам это неизвестно", "http://localhost/ru/participate/")]
    [InlineData("ar", "سيُتلف من دون أن يُقرأ", "لا نعلم ذلك", "http://localhost/ar/participate/")]
    [InlineData("zh", "未经阅读即予销毁", "我们并不知道", "http://localhost/zh/participate/")]
    public async Task Letter_InEachLanguage_SaysItInThatLanguageAndLoadsNothing(string code, string unsent, string unknown, string link)
    {
        var language = Language.Find(code)!;
        // The last before closing, and any other.
        foreach (var daysBefore in new[] { 14, 1, 0.001 })
        {
            var letter = await PreviewAsync(language, daysBefore);
            Assert.Equal(code, letter.Language);
            foreach (var body in new[] { letter.Text, WebUtility.HtmlDecode(letter.Html) })
            {
                Assert.Contains(unsent, body, StringComparison.Ordinal);
                Assert.Contains(link, body, StringComparison.Ordinal);
                Assert.DoesNotContain("Reminder.", body, StringComparison.Ordinal);
            }
            Assert.Contains(unknown, letter.Text, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{code}\" dir=\"{(code == "ar" ? "rtl" : "ltr")}\">", letter.Html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)<(img|link|script|style|iframe|object)|src=|url\\(|background", letter.Html);
        }
    }

    private Task<Letter> PreviewAsync(Language language, double daysBefore, InvitationKind kind = InvitationKind.Personal) =>
        _host.WithAsync<ReminderLetters, Letter>(letters => Task.FromResult(letters.Preview(_window, language, kind, _window.ClosesAt.AddDays(-daysBefore))));
}
