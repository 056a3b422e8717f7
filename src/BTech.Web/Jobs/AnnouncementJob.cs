using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>
/// Puts what everybody of a window is told into the outbox: one letter to each person invited, the same to all, in the person's language. Cut off
/// before the notice was marked it asks again, and nothing happens.
/// </summary>
public sealed class AnnouncementJob(Announcements announcements, InvitationList invitations, NoticeLetters letters, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        foreach (var notice in await announcements.DueAsync(time.GetUtcNow(), cancel))
        {
            await invitations.TellEverybodyAsync(notice.Id, notice.WindowId, person => letters.Write(notice, person), cancel);
            await announcements.MarkTakenAsync(notice.Id, cancel);
        }
    }
}
