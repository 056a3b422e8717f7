using BTech.Record.DraftChecks;
using BTech.Web.Crossings;

namespace BTech.Web.Jobs;

/// <summary>Tells everybody invited of a draft that they may read, and lets the answers out on their day.</summary>
public sealed class DraftCheckJob(DraftReaders readers, DraftAnswers answers) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        await answers.ReleaseDueAsync(cancel);
        await readers.TellAsync(cancel);
    }
}
