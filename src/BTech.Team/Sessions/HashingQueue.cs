using System.Threading.RateLimiting;

namespace BTech.Team.Sessions;

/// <summary>
/// Checking a password is the most expensive thing that a stranger can ask for, so only as many are checked at once
/// as there are processors; some wait, the rest are told to try again.
/// </summary>
internal sealed class HashingQueue : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount),
        QueueLimit = 64,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel) => _limiter.AcquireAsync(1, cancel);

    public void Dispose() => _limiter.Dispose();
}
