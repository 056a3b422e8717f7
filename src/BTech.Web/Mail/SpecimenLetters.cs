using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Each mail as it would go out to somebody of a window, with links that open nothing.</summary>
public sealed class SpecimenLetters(
    InvitationLetters invitations, ReminderLetters reminders, WindowNotices notices, NoticeLetters noticeLetters, LostLinkLetters lostLinks, PasswordLetters passwords, RegistrationLetters registrations, OfferLetters offers, DraftLetters drafts,
    IStringLocalizer<Words.Mail> words, TimeProvider time)
{
    /// <summary>The mail in a language.</summary>
    public Letter Of(MailKind kind, CommentWindow window, Language language)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(language);
        return kind switch
        {
            MailKind.InvitationPersonal => invitations.Preview(window, language, InvitationKind.Personal),
            MailKind.InvitationOrganisation => invitations.Preview(window, language, InvitationKind.Organisation),
            MailKind.Reminder => reminders.Preview(window, language, InvitationKind.Personal, time.GetUtcNow()),
            MailKind.NoticeBelowTheFloor => Notice(WindowNotice.BelowTheFloor),
            MailKind.NoticeMoreTime => Notice(WindowNotice.MoreTime),
            MailKind.NoticeOpenedByAgreement => Notice(WindowNotice.OpenedByAgreement),
            MailKind.NoticeDestroyedUnread => Notice(WindowNotice.DestroyedUnread),
            MailKind.LostLink => lostLinks.Preview(window, language),
            MailKind.PasswordNew or MailKind.PasswordReset => passwords.Preview(language, isNew: kind == MailKind.PasswordNew),
            MailKind.RegistrationConfirm => registrations.ConfirmPreview(window, language),
            MailKind.RegistrationDeclined => registrations.DeclinedPreview(window, language),
            MailKind.OffersDue => offers.Write(window, language, "…", 2),
            MailKind.DraftCheck => drafts.Preview(window, language, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(8)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such mail."),
        };

        Letter Notice(WindowNotice notice) => noticeLetters.Write(notices.Preview(window, notice), Somebody(language));
    }

    /// <summary>The same addressed to somebody, marked as a test and of no use after an hour.</summary>
    public Letter Test(MailKind kind, CommentWindow window, Language language, string address)
    {
        var letter = Of(kind, window, language);
        using (Speaking.In(language))
            return letter with
            {
                Address = address, Name = address, Subject = words["Test.Subject", letter.Subject], InvitationId = null, Unsubscribe = null,
                UselessFrom = time.GetUtcNow().AddHours(1),
            };
    }

    internal static InvitedPerson Somebody(Language language, InvitationKind kind = InvitationKind.Personal) =>
        new(Guid.Empty, Guid.Empty, "…", "…", "…", "…", "…", language.Code, kind, IsRevoked: false, IsLive: true, HasLink: true);
}
