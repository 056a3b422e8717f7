using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Mail;
using BTech.People.Registrations;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>
/// Writes to those who ask to take part. What was typed into the form stands in no letter to an address that is not confirmed: otherwise anybody could
/// send words of their own to anybody, from us.
/// </summary>
public sealed class RegistrationLetters(SiteSettings site, IStringLocalizer<Words.Mail> words, LocalTime time, TimeProvider clock)
{
    /// <summary>The letter with the link that confirms an address.</summary>
    public Letter Confirm(CommentWindow window, RegistrationForm form, string secret)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(form);
        var language = Language.Find(form.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var title = window.FullTitleIn(language);
            var until = clock.GetUtcNow() + RegistrationBook.ToConfirm;
            var address = site.AddressOf(language, $"consultations/{window.Consultation.Slug}/register/confirm/{secret}").ToString();
            var subject = words["Confirm.Subject", title].Value;
            var body = LetterBody.Of(language, subject, [words["Letter.Greeting"], words["Confirm.Text", title]],
                new LetterLink(words["Confirm.Link"], address, words["Confirm.Button"]),
                [words["Confirm.Until", time.Write(until, window.Zone)], words["Confirm.NotYou"], words["Invitation.Contact", window.Consultation.Contact]]);
            return new Letter(form.Email, form.Email, language.Code, subject, body.Text, body.Html) { UselessFrom = until < window.ClosesAt ? until : window.ClosesAt };
        }
    }

    /// <summary>The letter that turns a request down.</summary>
    /// <param name="window">The round.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="reason">The administrator's reason, in their own words.</param>
    public Letter Declined(CommentWindow window, RegistrationForm form, string reason)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(form);
        var language = Language.Find(form.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var title = window.FullTitleIn(language);
            var subject = words["Declined.Subject", title].Value;
            var body = LetterBody.Of(language, subject,
                [words["Invitation.Greeting", form.Name], words["Declined.Text", title], reason, words["Declined.Erased"], words["Invitation.Contact", window.Consultation.Contact]]);
            return new Letter(form.Email, form.Name, language.Code, subject, body.Text, body.Html) { UselessFrom = clock.GetUtcNow().AddDays(7) };
        }
    }

    /// <summary>The letters as they would go out, with a link that opens nothing.</summary>
    public Letter ConfirmPreview(CommentWindow window, Language language) => Confirm(window, Somebody(language), "…");

    /// <summary>Likewise, with an ellipsis for the reason.</summary>
    public Letter DeclinedPreview(CommentWindow window, Language language) => Declined(window, Somebody(language), "…");

    private static RegistrationForm Somebody(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new RegistrationForm("…", "…", "…", "…", "…", language.Code);
    }
}
