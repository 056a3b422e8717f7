using System.Globalization;

namespace BTech.Web.Pages.Admin;

/// <summary>Which of two equal clock readings is meant when the clocks go back.</summary>
public enum DoubledHour
{
    NotAsked = 0,
    First = 1,
    Second = 2,
}

/// <summary>What a date and a time in a zone mean.</summary>
public enum MomentProblem
{
    None = 0,

    /// <summary>Not a date, or not a time.</summary>
    NotUnderstood = 1,

    /// <summary>The clocks go forward and jump over it.</summary>
    DoesNotExist = 2,

    /// <summary>The clocks go back and it happens twice: which one is meant?</summary>
    HappensTwice = 3,
}

/// <summary>A date and a time of day as somebody typed them, read in a named zone. Hours that do not exist or exist twice are asked about, never guessed.</summary>
public static class LocalMoment
{
    /// <summary>The zones offered first, then every other that this system knows.</summary>
    public static IReadOnlyList<string> Usual { get; } =
        ["Europe/Zurich", "America/New_York", "Africa/Tunis", "Africa/Nairobi", "Asia/Shanghai", "UTC"];

    public static IReadOnlyList<string> Zones { get; } =
    [
        .. Usual,
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !Usual.Contains(id))
            .Order(StringComparer.Ordinal),
    ];

    public static (MomentProblem Problem, DateTimeOffset Instant) Read(string? date, string? time, string? zone, DoubledHour which)
    {
        if (!DateOnly.TryParseExact(date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParseExact(time?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            || day.Year is < 2000 or > 2200
            || zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place))
            return (MomentProblem.NotUnderstood, default);
        var local = day.ToDateTime(hour);
        if (place.IsInvalidTime(local)) return (MomentProblem.DoesNotExist, default);
        if (!place.IsAmbiguousTime(local)) return (MomentProblem.None, new DateTimeOffset(local, place.GetUtcOffset(local)));
        var offsets = place.GetAmbiguousTimeOffsets(local).OrderDescending().ToArray();
        return which switch
        {
            // Before the clocks go back the distance to UTC is the larger one.
            DoubledHour.First => (MomentProblem.None, new DateTimeOffset(local, offsets[0])),
            DoubledHour.Second => (MomentProblem.None, new DateTimeOffset(local, offsets[^1])),
            _ => (MomentProblem.HappensTwice, default),
        };
    }

    public static string Date(DateTimeOffset instant, string zone) => In(instant, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant, string zone) => In(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset In(DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
