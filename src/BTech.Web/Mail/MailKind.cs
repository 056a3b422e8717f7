namespace BTech.Web.Mail;

/// <summary>Every mail that is sent, as administrators see it before it goes out.</summary>
public enum MailKind
{
    /// <summary>Invitation of one person.</summary>
    InvitationPersonal = 1,

    /// <summary>Invitation of an organisation.</summary>
    InvitationOrganisation = 2,

    /// <summary>Reminder at a fixed date.</summary>
    Reminder = 3,

    /// <summary>Notice: nothing was opened.</summary>
    NoticeBelowTheFloor = 4,

    /// <summary>Notice: writing goes on.</summary>
    NoticeMoreTime = 5,

    /// <summary>Notice: the comments of those who agreed were opened.</summary>
    NoticeOpenedByAgreement = 6,

    /// <summary>Notice: everything was destroyed unread.</summary>
    NoticeDestroyedUnread = 7,

    /// <summary>A new link for somebody who asked for it.</summary>
    LostLink = 8,

    /// <summary>One-time link for somebody new in the team.</summary>
    PasswordNew = 9,

    /// <summary>One-time link for somebody of the team who asked for a new password.</summary>
    PasswordReset = 10,

    /// <summary>Link to confirm the address of somebody who asked to take part.</summary>
    RegistrationConfirm = 11,

    /// <summary>A request to take part was turned down.</summary>
    RegistrationDeclined = 12,

    /// <summary>Offers are due for a next step; to the offers officer who sees to them.</summary>
    OffersDue = 13,

    /// <summary>A draft report can be read before it is published; to everybody invited.</summary>
    DraftCheck = 14,
}
