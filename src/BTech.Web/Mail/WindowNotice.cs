namespace BTech.Web.Mail;

/// <summary>What everybody invited to a window is told when fewer than ten have sent comments.</summary>
public enum WindowNotice
{
    /// <summary>Nothing was opened; authors may say that theirs is opened all the same.</summary>
    BelowTheFloor = 1,

    /// <summary>Writing goes on.</summary>
    MoreTime = 2,

    /// <summary>The comments of those who agreed were opened.</summary>
    OpenedByAgreement = 3,

    /// <summary>Everything was destroyed unread.</summary>
    DestroyedUnread = 4,
}
