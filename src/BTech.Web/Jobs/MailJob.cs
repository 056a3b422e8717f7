using BTech.People.Mail;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>Empties the outbox. A mail server that is down delays letters and nothing else.</summary>
public sealed class MailJob(Outbox outbox, Postman postman) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        // A failed letter waits for its next try, so the others still go out in this round.
        while (await outbox.TakeAsync(postman.SendAsync, cancel) != Taken.Nothing)
            cancel.ThrowIfCancellationRequested();
    }
}
