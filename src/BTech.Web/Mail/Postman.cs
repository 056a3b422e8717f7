using BTech.People.Mail;
using BTech.Web.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BTech.Web.Mail;

/// <summary>Sends one letter: to the mail server, or as a file to pick up where no server is set.</summary>
public sealed class Postman(MailSettings mail, DataSettings data, SiteSettings site)
{
    /// <exception cref="Exception">It was not sent; the outbox keeps it.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letter);
        using var message = Message(letter);
        if (mail.Host is null) await WriteAsync(letter, message, cancel);
        else await DeliverAsync(message, cancel);
    }

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, MessageId = $"{letter.Id:N}@{site.PublicUrl.Host}" };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(new MailboxAddress(letter.Name, letter.Address));
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        // A header of the body's: on the message itself it would be left out when the message is written.
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }

    // Written under another name first: whoever collects the folder never sees half a letter.
    private async Task WriteAsync(Letter letter, MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(data.MailDirectory);
        var path = Path.Combine(data.MailDirectory, $"{letter.Id:N}.eml");
        await message.WriteToAsync(path + ".new", cancel);
        File.Move(path + ".new", path, overwrite: true);
    }

    private async Task DeliverAsync(MimeMessage message, CancellationToken cancel)
    {
        using var server = new SmtpClient { Timeout = 30_000 };
        await server.ConnectAsync(mail.Host!, mail.Port, SecureSocketOptions.StartTlsWhenAvailable, cancel);
        if (mail is { User: { } user, Password: { } password }) await server.AuthenticateAsync(user, password, cancel);
        await server.SendAsync(message, cancel);
        await server.DisconnectAsync(quit: true, cancel);
    }
}
