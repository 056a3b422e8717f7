using BTech.People.Mail;
using BTech.Web.Settings;
using MimeKit;

namespace BTech.Web.Mail;

/// <summary>Makes the message of a letter: text and HTML side by side, and the headers by which mail programs handle it.</summary>
public sealed class LetterMessage(MailSettings mail, SiteSettings site)
{
    /// <summary>The message. Its id is the letter's, so that a letter handed over twice is recognised as one.</summary>
    public MimeMessage Of(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var message = new MimeMessage { Subject = letter.Subject, MessageId = $"{letter.Id:N}@{site.PublicUrl.Host}" };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(new MailboxAddress(letter.Name, letter.Address));
        // No "out of office" comes back, and no list answers.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.Unsubscribe is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            // RFC 8058: a mail program may end these letters with one press, by a POST that needs nothing else.
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        // A header of the body's: on the message itself it would be left out when the message is written.
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }
}
