namespace BTech.Agenda.Windows;

/// <summary>What a clock on the wall shows in a zone, as an instant.</summary>
internal static class WallClock
{
    /// <summary>The reading at an instant.</summary>
    public static DateTime In(DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    /// <summary>The instant of a reading that nobody typed, so that nobody can be asked: where the clocks jump over it, the hour after; where it happens twice, the first.</summary>
    public static DateTimeOffset At(DateTime reading, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        if (place.IsInvalidTime(reading)) reading = reading.AddHours(1);
        return new DateTimeOffset(reading, place.IsAmbiguousTime(reading) ? place.GetAmbiguousTimeOffsets(reading).Max() : place.GetUtcOffset(reading));
    }
}
