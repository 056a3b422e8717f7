using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Web.Crossings.Erasing;

namespace BTech.Web.Jobs;

/// <summary>
/// Erases what was promised to be erased, on its day; and erases again what a restored backup brought back. Cut off anywhere, or running on two
/// nodes at once, it is simply started again: the tables themselves tell what is left to do.
/// </summary>
public sealed class RetentionJob(CommentWindows windows, WindowErasing erasing, AuditTrail audit) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        await erasing.AgainAsync(cancel);
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window.Kind == RoundKind.Written))
            foreach (var kind in await erasing.RunDueAsync(window, cancel))
                await audit.AddAsync(null, $"erased by the clock: {kind}", new WindowName(window.Consultation.Slug, window.Number).ToString(), cancel);
    }
}
