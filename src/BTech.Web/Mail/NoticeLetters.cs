using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Writes a notice to one person: the same to all, in the person's language, below a greeting.</summary>
public sealed class NoticeLetters(IStringLocalizer<Words.Mail> words)
{
    /// <summary>The letter.</summary>
    public Letter Write(Announcement notice, InvitedPerson person)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(person);
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            // A notice that nobody wrote in this language is read in the one it is in.
            var (text, spoken) = notice.Text.In(language);
            var subject = notice.Subject.In(language).Text;
            var body = LetterBody.Of(spoken, subject, [words["Invitation.Greeting", person.Name], .. text.Trim().Split("\n\n")]);
            return new Letter(person.Email, person.Name, language.Code, subject, body.Text, body.Html) { InvitationId = person.InvitationId };
        }
    }
}
