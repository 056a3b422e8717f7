using BTech.Agenda.Windows;
using BTech.People.Registrations;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>
/// Sees to requests to take part: letters to confirm the address, the invitation's letter once somebody agreed to has a box, and forgetting all that is
/// left where a round takes no requests any more.
/// </summary>
public sealed class RegistrationJob(
    CommentWindows windows, RegistrationBook registrations, RegistrationLetters letters, LostLinkLetters lostLinks, InvitationLetters invitations, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window is { Kind: RoundKind.Written, Admission: not Admission.Invited, IsRehearsal: false }))
        {
            if (window.TakesRegistrations(now)) await SeeToAsync(window, cancel);
            else await registrations.ForgetAllAsync(window.Id, cancel);
        }
    }

    private async Task SeeToAsync(CommentWindow window, CancellationToken cancel)
    {
        await registrations.SeeToAskedAsync(window.Id, (form, secret) => letters.Confirm(window, form, secret), (person, code) => lostLinks.Write(window, person, code), cancel);
        if (!window.IsOpened) return;
        // Cut off between the two, the next run finds that they have a link, and sends none again.
        var ready = await registrations.ReadyAsync(window.Id, cancel);
        if (ready.Count == 0) return;
        await invitations.QueueAsync(window, [.. ready.Where(one => !one.HasLink).Select(one => one.InvitationId)], cancel);
        await registrations.ForgetAsync([.. ready.Select(one => one.InvitationId)], cancel);
    }
}
