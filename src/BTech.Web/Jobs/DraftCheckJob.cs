using BTech.Record.DraftChecks;
using BTech.Web.Crossings;

namespace BTech.Web.Jobs;

/// <summary>
/// Lets answers to drafts out on their day and tells everybody invited of a draft that they may read. Every 20 to 60 minutes, at random, it writes all boxes anew,
/// so that their last writing is not the last answer's.
/// </summary>
public sealed class DraftCheckJob(DraftReaders readers, DraftAnswers answers, [FromKeyedServices(DraftCheckJob.Rhythm)] MixRhythm rhythm, TimeProvider time) : IJob
{
    /// <summary>Key of this job's own rhythm.</summary>
    public const string Rhythm = "answers";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        // None of the three waits for what ails another.
        var faults = new List<Exception>();
        foreach (var part in new Func<CancellationToken, Task>[] { readers.TellAsync, answers.ReleaseDueAsync, RewriteAsync })
        {
            try
            {
                await part(cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(fault);
            }
        }
        if (faults.Count > 0) throw new AggregateException(faults);
    }

    private async Task RewriteAsync(CancellationToken cancel)
    {
        if (!rhythm.IsDue(time.GetUtcNow())) return;
        await answers.RewriteAsync(cancel);
        rhythm.Next(time.GetUtcNow());
    }
}
