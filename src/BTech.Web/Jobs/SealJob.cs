using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Sealing;
using BTech.Team.Audit;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;

namespace BTech.Web.Jobs;

/// <summary>
/// Seals what is due by itself, if the consent of two persons stands; and, each time, brings the public state of a window in line with
/// what Record has done, so that a node that died between the two leaves nothing half.
/// </summary>
public sealed class SealJob(
    CommentWindows windows, SealAuthorisations authorisations, WindowSealing sealing, WindowClosing closing, AuditTrail audit,
    TimeProvider time, ILogger<SealJob> log) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        var faults = new List<Exception>();
        foreach (var window in (await windows.AllAsync(cancel)).Where(window => window is { IsUnderWay: true, Kind: RoundKind.Written }))
        {
            try
            {
                await RunDueAsync(window, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One window's lost key must not keep the others open.
                faults.Add(fault);
            }
        }
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    private async Task RunDueAsync(CommentWindow window, CancellationToken cancel)
    {
        await closing.MendAsync(window, cancel);
        if (time.GetUtcNow() < window.SealsAt) return;
        if (await authorisations.FindAsync(window.Id, cancel) is not { Stands: true } consent) return;
        var outcome = await sealing.SealAsync(window.Id, consent.First, consent.Second, cancel);
        if (outcome.Status == SealStatus.Sealed)
        {
            await audit.AddAsync(null, "window sealed by the clock", new WindowName(window.Consultation.Slug, window.Number).ToString(), cancel);
            log.LogInformation("Window {Window} is sealed", window.Id);
        }
        else if (outcome.Status == SealStatus.ChecksFailed)
        {
            log.LogWarning("Window {Window} is not sealed: step {Step} is red ({Checks})", window.Id, outcome.Step, string.Join("; ", outcome.Checks!.Select(check => check.Name)));
        }
    }
}
