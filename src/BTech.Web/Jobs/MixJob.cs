using System.Security.Cryptography;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Web.Crossings;

namespace BTech.Web.Jobs;

/// <summary>Mixes the boxes every 20 to 60 minutes, at random, if any box was written since; and when somebody invited waits for one.</summary>
public sealed class MixJob(CommentWindows windows, Census census, Mixing mixing, MixRhythm rhythm, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Closed windows stay in until their seal: withdrawing goes on through the holding time.
        var unsealed = (await windows.AllAsync(cancel)).Where(window => window is { IsUnderWay: true, Kind: RoundKind.Written }).ToList();
        if (unsealed.Count == 0) return;
        var open = unsealed.Where(window => now < window.ClosesAt).ToList();
        var isDue = rhythm.IsDue(now) && await mixing.IsDueAsync(cancel);
        if (isDue || await census.HasPreparedAsync(open, cancel))
        {
            if (!await census.MixAsync(open, cancel)) return;
            rhythm.Next(now);
        }
        else if (rhythm.IsDue(now))
        {
            rhythm.Next(now);
        }
    }
}

/// <summary>When this node mixes next: drawn anew after each mix, so that no observer can count on it.</summary>
public sealed class MixRhythm(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _dueAt = time.GetUtcNow() + Pause();

    public bool IsDue(DateTimeOffset now)
    {
        lock (_lock) return now >= _dueAt;
    }

    public void Next(DateTimeOffset now)
    {
        lock (_lock) _dueAt = now + Pause();
    }

    private static TimeSpan Pause() => TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(20 * 60, (60 * 60) + 1));
}
