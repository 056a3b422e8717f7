using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Offers;
using BTech.Team.Accounts;
using BTech.Web.Mail;

namespace BTech.Web.Jobs;

/// <summary>
/// Tells the owners of offers when a next step is due: one letter a day and window at most, with a number and a link, and nobody's name in it.
/// Staff accounts have no language, so it is written in English.
/// </summary>
public sealed class OfferReminderJob(
    CommentWindows windows, OfferPipeline pipeline, StaffAccounts accounts, OfferLetters letters, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var staff = (await accounts.AllAsync(cancel)).Where(member => member.IsActive).ToDictionary(member => member.Id.Value);
        foreach (var window in await windows.AllAsync(cancel))
        {
            if (window.IsRehearsal || window.Kind != RoundKind.Written || window.StateAt(now) is not (WindowState.Sealed or WindowState.Reported)) continue;
            await pipeline.RemindAsync(window.Id, window.DayOf(now),
                (owner, offers) => staff.TryGetValue(owner, out var member) ? letters.Write(window, Language.English, member.Email, offers) : null, cancel);
        }
    }
}
