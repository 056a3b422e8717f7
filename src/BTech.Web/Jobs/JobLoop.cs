namespace BTech.Web.Jobs;

/// <summary>Runs each job in its own rhythm. A job that fails is told to the log and asked again; the site goes on.</summary>
public sealed class JobLoop(IServiceScopeFactory scopes, IEnumerable<JobRegistration> jobs, JobPulse pulse, TimeProvider clock, ILogger<JobLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Select(job => RepeatAsync(job.Type, stoppingToken)));

    private async Task RepeatAsync(Type type, CancellationToken stopping)
    {
        var pause = TimeSpan.FromSeconds(10);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var job = (IJob)scope.ServiceProvider.GetRequiredService(type);
                pause = job.Every;
                await job.RunDueAsync(stopping);
                pulse.Ran(type, clock.GetUtcNow());
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                pulse.Failed(type, clock.GetUtcNow(), fault.GetType().Name);
                log.LogError(fault, "Job {Job} failed and will be tried again", type.Name);
            }
            try
            {
                await Task.Delay(pause, clock, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
