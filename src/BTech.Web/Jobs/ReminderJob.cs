using BTech.Agenda.Reminders;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>
/// Puts the letters of reminders whose date has come into the outbox. Cut off anywhere, or running on two nodes at once, it sends each reminder
/// once: the outbox itself knows which are in it. It looks at dates and invitations only; what anybody has written is on the other side.
/// </summary>
public sealed class ReminderJob(ReminderBook reminders, ReminderLetters letters, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        foreach (var (window, reminder) in await reminders.TakeDueAsync(cancel))
        {
            await letters.QueueAsync(window, reminder, time.GetUtcNow(), cancel);
            await reminders.WentOutAsync(reminder.Id, cancel);
        }
    }
}
