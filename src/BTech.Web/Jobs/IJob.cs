namespace BTech.Web.Jobs;

/// <summary>Something that falls due with time. Tests call it themselves; in the product the loop does.</summary>
public interface IJob
{
    /// <summary>How often the loop asks.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due now, once; safe to repeat and to run on several nodes.</summary>
    Task RunDueAsync(CancellationToken cancel);
}
