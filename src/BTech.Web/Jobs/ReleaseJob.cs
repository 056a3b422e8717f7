using BTech.Record.FollowUp;

namespace BTech.Web.Jobs;

/// <summary>Lets what was asked for by follow-up code take effect on its day; and withdraws again what a restored backup brought back.</summary>
public sealed class ReleaseJob(Release release, Withdrawals withdrawals) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        await withdrawals.RestoreAsync(cancel);
        await release.RunDueAsync(cancel);
    }
}
