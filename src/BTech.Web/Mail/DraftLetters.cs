using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Writes to one person that a draft can be read: the same to all but for greeting and language, with the one code that everybody gets.</summary>
public sealed class DraftLetters(SiteSettings site, LocalTime time, IStringLocalizer<Words.Mail> words)
{
    /// <summary>The letter.</summary>
    /// <param name="window">The round that the report is on.</param>
    /// <param name="person">The reader.</param>
    /// <param name="code">The read-only code.</param>
    /// <param name="outOn">The day on which nobody can answer any more.</param>
    public Letter Write(CommentWindow window, InvitedPerson person, string code, DateOnly outOn)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(person);
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var title = window.FullTitleIn(language);
            var subject = words["Draft.Subject", title].Value;
            var page = $"consultations/{window.Consultation.Slug}/draft";
            var body = LetterBody.Of(language, subject,
                [words["Invitation.Greeting", person.Name], words["Draft.Text", title], words["Draft.Until", time.WriteDay(outOn.AddDays(-1))]],
                new LetterLink(words["Draft.LinkLabel"], site.AddressOf(language, $"{page}/{code}").ToString(), words["Draft.Button"]),
                [words["Invitation.Code", site.AddressOf(language, page).ToString(), code], words["Invitation.Contact", window.Consultation.Contact]]);
            return new Letter(person.Email, person.Name, language.Code, subject, body.Text, body.Html)
            {
                InvitationId = person.InvitationId, UselessFrom = new DateTimeOffset(outOn, TimeOnly.MinValue, TimeSpan.Zero),
            };
        }
    }

    /// <summary>The letter as it would go out to somebody, with a code that opens nothing.</summary>
    public Letter Preview(CommentWindow window, Language language, DateOnly outOn) => Write(window, SpecimenLetters.Somebody(language), "00000-00000-00000-00000", outOn);
}
