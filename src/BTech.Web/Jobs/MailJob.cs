using BTech.People.Mail;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>Empties the outbox. A mail server that is down delays letters and nothing else.</summary>
public sealed class MailJob(Outbox outbox, Postman postman, MailServer server) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        if (server.IsResting) return;
        await using var round = postman.Begin();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            // A failed letter waits for its next try, so the others still go out in this round.
            if (await outbox.TakeAsync(SendAsync, cancel) is Taken.Nothing or Taken.ServerDown) return;
        }

        async Task SendAsync(Letter letter, CancellationToken stop)
        {
            try
            {
                await round.SendAsync(letter, stop);
                server.Answers();
            }
            catch (DeliveryException trouble)
            {
                if (trouble.Fault == DeliveryFault.Server) server.Fails(trouble.Answer);
                else server.Answers();
                throw;
            }
        }
    }
}
