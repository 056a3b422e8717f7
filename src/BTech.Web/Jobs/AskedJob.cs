using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>Sees to what was asked for by a mail address: puts letters into the outbox where the address is known, and does nothing else where it is not.</summary>
public sealed class AskedJob(AskedLetters asked, LostLinkLetters lostLinks, PasswordLetters passwords) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        while (asked.Take() is { } one)
        {
            cancel.ThrowIfCancellationRequested();
            if (one.For == AskedFor.LostLink) await lostLinks.QueueAsync(one.Address, cancel);
            else await passwords.QueueResetAsync(one.Address, one.Language, cancel);
        }
    }
}
