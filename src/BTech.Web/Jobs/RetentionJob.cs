using BTech.Web.Crossings.Erasing;

namespace BTech.Web.Jobs;

/// <summary>Erases what was promised to be erased, on its day. Cut off anywhere, it is started again; and it erases again what a restored backup brought back.</summary>
public sealed class RetentionJob(WindowErasing erasing) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        await erasing.AgainAsync(cancel);
        await erasing.RunDueAsync(cancel);
    }
}
