using System.Diagnostics;

namespace BTech.Record.FollowUp;

/// <summary>
/// Holds whatever is asked with a follow-up code back to the next twentieth of a second since the question, so that its time does not tell
/// what was found. A hit reads rows that a miss does not, and the longer the more inputs its window holds; in two thousand tries it showed.
/// </summary>
internal static class EvenPace
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    /// <summary>Does the work, and waits for the beat after it.</summary>
    public static async Task<T> HoldAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        // Wound up before the work: when it rings, and how late, has nothing to do with what is found meanwhile.
        var begun = Stopwatch.GetTimestamp();
        var moment = Task.Delay(Beat, cancel);
        var result = await work();
        if (moment.IsCompleted) moment = Task.Delay(Beat - TimeSpan.FromTicks(Stopwatch.GetElapsedTime(begun).Ticks % Beat.Ticks), cancel);
        await moment;
        return result;
    }
}
