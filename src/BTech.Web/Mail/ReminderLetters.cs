using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>
/// Writes the reminders: the same to everybody in the audience, apart from name, link and language. Each says that nobody knows who has
/// written, and what happens to what is saved and not sent, so that the last one before closing says it whichever that turns out to be.
/// </summary>
public sealed class ReminderLetters(InvitationList invitations, InvitationLetters links, ReminderStops stops, IStringLocalizer<Words.Mail> words, LocalTime time)
{
    /// <summary>Puts the letters of a reminder into the outbox, once however often it is asked for.</summary>
    /// <param name="window">The window.</param>
    /// <param name="reminder">The reminder.</param>
    /// <param name="now">The present, the same for all of them.</param>
    /// <param name="cancel">Stops the work; nothing is queued then.</param>
    public Task QueueAsync(CommentWindow window, Reminder reminder, DateTimeOffset now, CancellationToken cancel) =>
        invitations.RemindAsync(reminder, (person, code) => Write(window, person, code, now), cancel);

    /// <summary>The letter as it would go out to somebody at a moment, with a link that opens nothing.</summary>
    public Letter Preview(CommentWindow window, Language language, InvitationKind kind, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(language);
        var person = SpecimenLetters.Somebody(language, kind);
        return Write(window, person, new string('0', InvitationCode.Characters), at);
    }

    private Letter Write(CommentWindow window, InvitedPerson person, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(window);
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language)) return Write(window, person, code, now, language);
    }

    private Letter Write(CommentWindow window, InvitedPerson person, string code, DateTimeOffset now, Language language)
    {
        var consultation = window.Consultation;
        var title = window.FullTitleIn(language);
        var isPersonal = person.Kind == InvitationKind.Personal;
        var stop = stops.LinkOf(person.InvitationId, language);
        string[] before =
        [
            words["Invitation.Greeting", person.Name],
            words[isPersonal ? "Invitation.Personal" : "Invitation.Organisation", consultation.Host.In(language).Text, title, person.Organisation ?? person.Name],
            Remaining(ReminderPlan.DaysLeft(window, now), time.Write(window.ClosesAt, window.Zone)),
            words["Reminder.Everybody"],
            words["Reminder.Unsent"],
        ];
        string[] after =
        [
            words["Reminder.OldLinks"],
            words["Invitation.Keep"],
            words["Invitation.Code", links.TypedAt(language).ToString(), InvitationCode.Grouped(code)],
            words["Invitation.Rule"],
            words["Invitation.Urgent", consultation.UrgentContact.In(language).Text],
            words["Invitation.Contact", consultation.Contact],
            words["Reminder.Stop", stop],
        ];
        var subject = words["Reminder.Subject", title].Value;
        var body = LetterBody.Of(language, subject, before, new LetterLink(words[isPersonal ? "Invitation.LinkPersonal" : "Invitation.LinkOrganisation"], links.LinkOf(code, language.Code).ToString(), words["Invitation.Button"]), after);
        return new Letter(person.Email, person.Name, language.Code, subject, body.Text, body.Html) { InvitationId = person.InvitationId, UselessFrom = window.ClosesAt, Unsubscribe = stop };
    }

    private string Remaining(int days, string closes) => days == 0 ? words["Reminder.LastDay", closes] : words.Plural("Reminder.DaysLeft", days, closes);
}
