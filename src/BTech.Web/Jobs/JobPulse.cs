using System.Collections.Concurrent;

namespace BTech.Web.Jobs;

/// <summary>
/// When each job of this node last came to its end, in memory only: whether it had anything to do is not told, because that could tell when
/// somebody wrote.
/// </summary>
public sealed class JobPulse
{
    private readonly ConcurrentDictionary<Type, JobBeat> _beats = new();

    /// <summary>What is known of a job since this node started; nothing when it has not run yet.</summary>
    public JobBeat? Of(Type job) => _beats.GetValueOrDefault(job);

    /// <summary>Says that a job came to its end.</summary>
    public void Ran(Type job, DateTimeOffset at) => _beats[job] = new JobBeat(at, null);

    /// <summary>Says that a job failed, with the kind of fault; its words stay in the log.</summary>
    public void Failed(Type job, DateTimeOffset at, string fault) => _beats[job] = new JobBeat(at, fault);
}

/// <summary>The last run of a job.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Fault">The kind of fault with which it failed; nothing when it did not.</param>
public sealed record JobBeat(DateTimeOffset At, string? Fault);
