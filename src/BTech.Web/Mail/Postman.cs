using BTech.People.Mail;
using BTech.Web.Settings;

namespace BTech.Web.Mail;

/// <summary>Sends letters, a round at a time: to the mail server, or as files to pick up where no server is set.</summary>
public sealed class Postman(MailSettings mail, DataSettings data, SiteSettings site)
{
    /// <summary>How long a server may take over one step, and over one letter, before the letter is tried another time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Begins a round, whose letters share a connection.</summary>
    public PostRound Begin() => new(mail, data, new LetterMessage(mail, site), Patience);
}
