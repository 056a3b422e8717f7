using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Web.Tests.Mail;

/// <summary>What a mail server does with one letter that reaches it.</summary>
internal enum Manner
{
    Takes,
    DropsAtRecipient,
    DropsDuringData,
    TakesAndDropsBeforeTheReply,
    AsksForLaterAtRecipient,
    AsksForLaterAfterData,
    RefusesRecipient,
    RefusesLetter,
    TakesLeave,
    NeverAnswers,
}

/// <summary>A mail server of our own on a port of this machine, which behaves as the test says.</summary>
internal sealed partial class MailSink : IAsyncDisposable
{
    private readonly Func<string, Manner> _manner;
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentBag<Task> _visits = [];
    private readonly Socket _door = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private Task _listening = Task.CompletedTask;

    private MailSink(Func<string, Manner> manner)
    {
        _manner = manner;
        _door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Greets with this line instead of letting anybody in.</summary>
    public string? Closed { get; set; }

    /// <summary>What it says to MAIL FROM instead of OK.</summary>
    public string? SenderAnswer { get; set; }

    public int Port => ((IPEndPoint)_door.LocalEndPoint!).Port;

    public int Connections => _visits.Count;

    /// <summary>What it took, in the order in which it took it: recipient and whole message.</summary>
    public ConcurrentQueue<(string To, string Message)> Taken { get; } = new();

    /// <summary>The ids of messages that it took and of which it never said so.</summary>
    public ConcurrentQueue<string> Unconfirmed { get; } = new();

    /// <summary>Holds a port, at which nobody is let in until it opens.</summary>
    /// <param name="manner">What becomes of a letter to this address; asked once for each time that it is offered.</param>
    public static MailSink Shut(Func<string, Manner>? manner = null) => new(manner ?? (_ => Manner.Takes));

    /// <summary>One that is open.</summary>
    public static MailSink Opened(Func<string, Manner>? manner = null)
    {
        var sink = Shut(manner);
        sink.Open();
        return sink;
    }

    /// <summary>From now on connections are taken.</summary>
    public void Open()
    {
        _door.Listen(64);
        _listening = ListenAsync();
    }

    public static string IdOf(string message) => MessageId().Match(message).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _door.Dispose();
        await _listening;
        await Task.WhenAll(_visits);
        _over.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var visitor = await _door.AcceptAsync(_over.Token);
                visitor.NoDelay = true;
                _visits.Add(ServeAsync(visitor));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Over.
        }
    }

    private async Task ServeAsync(Socket visitor)
    {
        await using var stream = new NetworkStream(visitor, ownsSocket: true);
        try
        {
            await TalkAsync(stream);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The other side left, or the test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(Closed ?? "220 sink ready");
        if (Closed is not null) return;
        var (to, manner) = ("", Manner.Takes);
        while (await reader.ReadLineAsync(_over.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await SayAsync("250-sink\r\n250 8BITMIME");
                    break;
                case "MAIL":
                    await SayAsync(SenderAnswer ?? "250 sender ok");
                    break;
                case "RCPT":
                    to = Address().Match(line).Groups[1].Value;
                    manner = _manner(to);
                    if (manner == Manner.DropsAtRecipient) return;
                    if (manner == Manner.NeverAnswers) await Task.Delay(Timeout.Infinite, _over.Token);
                    await SayAsync(manner switch
                    {
                        Manner.AsksForLaterAtRecipient => "450 4.2.1 mailbox busy",
                        Manner.RefusesRecipient => $"550 5.1.1 <{to}> no such mailbox",
                        Manner.TakesLeave => "421 4.3.2 closing",
                        _ => "250 recipient ok",
                    });
                    if (manner == Manner.TakesLeave) return;
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    if (await ReceiveAsync(reader, to, manner)) break;
                    return;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("250 ok");
                    break;
            }
        }

        async Task SayAsync(string answer) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), _over.Token);

        async Task<bool> ReceiveAsync(StreamReader lines, string recipient, Manner how)
        {
            var message = new StringBuilder();
            while (await lines.ReadLineAsync(_over.Token) is { } line && line != ".")
            {
                message.Append(line).Append('\n');
                if (how == Manner.DropsDuringData && message.Length > 300) return false;
            }
            if (how == Manner.AsksForLaterAfterData) await SayAsync("451 4.7.1 greylisted, try later");
            else if (how == Manner.RefusesLetter) await SayAsync("554 5.6.0 not like this");
            else
            {
                Taken.Enqueue((recipient, message.ToString()));
                if (how == Manner.TakesAndDropsBeforeTheReply)
                {
                    Unconfirmed.Enqueue(IdOf(message.ToString()));
                    return false;
                }
                await SayAsync("250 taken");
            }
            return true;
        }
    }

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Address();

    [GeneratedRegex("(?im)^Message-Id: <([^>]+)>")]
    private static partial Regex MessageId();
}
