using BTech.People.Mail;
using Npgsql;

namespace BTech.Web.Health;

/// <summary>How many letters wait. Letters go to everybody or a whole audience at fixed times, so their number says nothing about who wrote.</summary>
public sealed class MailQueue(Outbox outbox)
{
    /// <summary>The number; nothing while the database is away, which must not take the page away that says so.</summary>
    public async Task<int?> WaitingAsync(CancellationToken cancel)
    {
        try
        {
            return await outbox.WaitingAsync(cancel);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }
}
