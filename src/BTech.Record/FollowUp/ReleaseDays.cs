namespace BTech.Record.FollowUp;

/// <summary>
/// When requests take effect: all windows together, each Monday at 0 h UTC. A day of the week for everybody, not one for each window,
/// because the follow-up page names the day before it knows, and without ever saying, whether a code belongs to a window.
/// </summary>
public static class ReleaseDays
{
    /// <summary>The day on which something asked for now takes effect.</summary>
    public static DateOnly Next(DateTimeOffset now)
    {
        var today = Today(now);
        return today.AddDays((((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7) + 1);
    }

    internal static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
