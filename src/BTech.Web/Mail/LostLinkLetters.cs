using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Writes to somebody who asked for a lost link: one letter for each consultation that is not over, in the language of the invitation.</summary>
public sealed class LostLinkLetters(
    InvitationList invitations, CommentWindows windows, InvitationLetters links, IStringLocalizer<Words.Mail> words, LocalTime time, TimeProvider clock)
{
    /// <summary>Queues the letters that are due to an address; none where it is invited to nothing that goes on.</summary>
    public async Task QueueAsync(string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window is { Kind: RoundKind.Written, IsOpened: true, IsRehearsal: false } && window.StateAt(now) != WindowState.Reported))
            await invitations.MailToAddressAsync(window.Id, address, (person, code) => Write(window, person, code), cancel);
    }

    /// <summary>The letter as it would go out to somebody, with a link that opens nothing.</summary>
    public Letter Preview(CommentWindow window, Language language) => Write(window, SpecimenLetters.Somebody(language), new string('0', InvitationCode.Characters));

    /// <summary>The letter to one person.</summary>
    public Letter Write(CommentWindow window, InvitedPerson person, string code)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(person);
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var consultation = window.Consultation;
            var title = window.FullTitleIn(language);
            var now = clock.GetUtcNow();
            string[] until = now >= window.ClosesAt ? []
                : [window.OpensAt > now ? words["Invitation.From", time.Write(window.OpensAt, window.Zone), time.Write(window.ClosesAt, window.Zone)] : words["Invitation.Until", time.Write(window.ClosesAt, window.Zone)]];
            string[] before = [words["Invitation.Greeting", person.Name], words["LostLink.Text", title], .. until];
            string[] after =
            [
                words["Reminder.OldLinks"],
                words["Invitation.Keep"],
                words["Invitation.Code", links.TypedAt(language).ToString(), InvitationCode.Grouped(code)],
                words["LostLink.NotYou"],
                words["Invitation.Contact", consultation.Contact],
            ];
            var subject = words["LostLink.Subject", title].Value;
            var label = words[person.Kind == InvitationKind.Personal ? "Invitation.LinkPersonal" : "Invitation.LinkOrganisation"].Value;
            var body = LetterBody.Of(language, subject, before, new LetterLink(label, links.LinkOf(code, language.Code).ToString(), words["Invitation.Button"]), after);
            return new Letter(person.Email, person.Name, language.Code, subject, body.Text, body.Html) { InvitationId = person.InvitationId, UselessFrom = now.AddDays(2) };
        }
    }
}
