using System.Net.Sockets;
using BTech.People.Mail;
using BTech.Web.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BTech.Web.Mail;

/// <summary>
/// One round of the postman: a connection that several letters share, and the answer to the question whose fault it is when one is not taken. Used by
/// one at a time.
/// </summary>
public sealed class PostRound : IAsyncDisposable
{
    // Many servers end a connection after a hundred letters.
    private const int MostLetters = 50;

    private readonly MailSettings _mail;
    private readonly DataSettings _data;
    private readonly LetterMessage _messages;
    private readonly TimeSpan _patience;
    private SmtpClient? _server;
    private int _sent;

    internal PostRound(MailSettings mail, DataSettings data, LetterMessage messages, TimeSpan patience) =>
        (_mail, _data, _messages, _patience) = (mail, data, messages, patience);

    /// <summary>Sends one letter; returns once the server has said that it took it.</summary>
    /// <exception cref="DeliveryException">It was not sent.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(letter);
        using var message = Message(letter);
        if (_mail.Host is null)
        {
            await WriteAsync(letter, message, cancel);
            return;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        await ConnectAsync(limit.Token, cancel);
        await DeliverAsync(message, limit.Token, cancel);
    }

    /// <summary>Takes leave of the server.</summary>
    public async ValueTask DisposeAsync() => await LeaveAsync(politely: true);

    private MimeMessage Message(Letter letter)
    {
        try
        {
            return _messages.Of(letter);
        }
        catch (Exception unwritable) when (unwritable is ParseException or FormatException or ArgumentException)
        {
            throw new DeliveryException(DeliveryFault.ForGood, unwritable.Message, unwritable);
        }
    }

    // Written under another name first: whoever collects the folder never sees half a letter.
    private async Task WriteAsync(Letter letter, MimeMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(_data.MailDirectory);
        var path = Path.Combine(_data.MailDirectory, $"{letter.Id:N}.eml");
        await message.WriteToAsync(path + ".new", cancel);
        File.Move(path + ".new", path, overwrite: true);
    }

    private async Task ConnectAsync(CancellationToken limit, CancellationToken cancel)
    {
        if (_server is not null && (_sent >= MostLetters || !await StillThereAsync(limit))) await LeaveAsync(politely: true);
        if (_server is not null) return;
        _server = new SmtpClient { Timeout = (int)(2 * _patience.TotalMilliseconds) };
        _sent = 0;
        try
        {
            await _server.ConnectAsync(_mail.Host!, _mail.Port, SecureSocketOptions.StartTlsWhenAvailable, limit);
            if (_mail is { User: { } user, Password: { } password }) await _server.AuthenticateAsync(user, password, limit);
        }
        catch (Exception unreachable) when (IsOfTheLine(unreachable, cancel) || unreachable is CommandException or AuthenticationException or NotSupportedException or SslHandshakeException)
        {
            await LeaveAsync(politely: false);
            throw new DeliveryException(DeliveryFault.Server, unreachable.GetBaseException().Message, unreachable);
        }
    }

    private async Task<bool> StillThereAsync(CancellationToken limit)
    {
        try
        {
            await _server!.NoOpAsync(limit);
            return true;
        }
        catch (Exception gone) when (IsOfTheLine(gone, CancellationToken.None) || gone is CommandException)
        {
            await LeaveAsync(politely: false);
            return false;
        }
    }

    private async Task DeliverAsync(MimeMessage message, CancellationToken limit, CancellationToken cancel)
    {
        try
        {
            _sent++;
            await _server!.SendAsync(message, limit);
        }
        catch (SmtpCommandException refused)
        {
            // 421 is the server taking leave; the others leave the connection good for the next letter.
            if (refused.StatusCode == SmtpStatusCode.ServiceNotAvailable) await LeaveAsync(politely: false);
            throw new DeliveryException(FaultOf(refused), FormattableString.Invariant($"{(int)refused.StatusCode} {refused.Message}"), refused);
        }
        catch (Exception broken) when (IsOfTheLine(broken, cancel))
        {
            await LeaveAsync(politely: false);
            throw new DeliveryException(DeliveryFault.ForNow, limit.IsCancellationRequested ? "" : broken.GetBaseException().Message, broken);
        }
    }

    private static DeliveryFault FaultOf(SmtpCommandException refused) => refused switch
    {
        { StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.AuthenticationRequired } => DeliveryFault.Server,
        // What it says of our own address it would say of each letter.
        { ErrorCode: SmtpErrorCode.SenderNotAccepted } => DeliveryFault.Server,
        { StatusCode: >= (SmtpStatusCode)500, ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } => DeliveryFault.ForGood,
        _ => DeliveryFault.ForNow,
    };

    // Out of patience counts like a broken line; being told to stop does not.
    private static bool IsOfTheLine(Exception fault, CancellationToken cancel) =>
        fault is IOException or SocketException or ProtocolException or TimeoutException or ServiceNotConnectedException or ObjectDisposedException
        || (fault is OperationCanceledException && !cancel.IsCancellationRequested);

    private async Task LeaveAsync(bool politely)
    {
        if (_server is not { } server) return;
        _server = null;
        using (server)
        {
            if (!politely || !server.IsConnected) return;
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await server.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception gone) when (IsOfTheLine(gone, CancellationToken.None) || gone is CommandException)
            {
                // What it took, it has said so before.
            }
        }
    }
}
