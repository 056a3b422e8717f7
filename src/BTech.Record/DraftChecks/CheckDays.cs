namespace BTech.Record.DraftChecks;

/// <summary>How long a check lasts, in working days: Monday to Friday.</summary>
public static class CheckDays
{
    /// <summary>Where nobody chooses another length.</summary>
    public const int Usual = 5;

    /// <summary>Fewest working days: a draft that nobody has time to read is not checked.</summary>
    public const int Fewest = 3;

    /// <summary>Most working days.</summary>
    public const int Most = 20;

    /// <summary>The day on which the answers of a check that begins now are out: the day after so many working days, today not counted.</summary>
    public static DateOnly OutOn(DateTimeOffset now, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, Fewest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingDays, Most);
        var day = Today(now);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return day.AddDays(1);
    }

    internal static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
