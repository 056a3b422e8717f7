using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Words;

/// <summary>Writes an instant as people read it: date and time in a named zone, with the distance from UTC.</summary>
public sealed partial class LocalTime(IStringLocalizer<Shared> words)
{
    /// <summary>"6 September 2019, 23:59 Geneva time (UTC+2)" in the current language.</summary>
    public string Write(DateTimeOffset instant, string zone)
    {
        var local = In(instant, zone);
        return words["Time.DateTimeZone", Date(local), local.ToString("t", Clock()), ZoneName(zone), UtcDistance(local.Offset)];
    }

    /// <summary>The date alone, in the zone's calendar day.</summary>
    public string WriteDate(DateTimeOffset instant, string zone) => Date(In(instant, zone));

    /// <summary>A day of the calendar, which is the same in every zone.</summary>
    public string WriteDay(DateOnly day) => Date(new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero));

    /// <summary>"Geneva time" in the current language; a zone without a name of its own here is called after its city, in a form that needs no inflection.</summary>
    public string ZoneName(string zone)
    {
        if (zone is "UTC" or "Etc/UTC") return "UTC";
        var name = words[$"Zone.{zone}"];
        return name.ResourceNotFound ? words["Time.Zone", zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')] : name;
    }

    private static DateTimeOffset In(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));

    // The culture's own long pattern without the weekday: fixed patterns would be wrong in Chinese and Spanish.
    private static string Date(DateTimeOffset local)
    {
        var culture = CultureInfo.CurrentCulture;
        var pattern = Weekday().Replace(culture.DateTimeFormat.LongDatePattern, string.Empty).Trim(' ', ',', '،');
        return local.ToString(SingleDay().Replace(pattern, "d "), culture);
    }

    private static string UtcDistance(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : string.Create(CultureInfo.InvariantCulture,
            $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}");

    // Deadlines are written with 24 hours in every language: no one should have to know what 12:00 am is.
    private static CultureInfo Clock()
    {
        var clock = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        clock.DateTimeFormat.ShortTimePattern = "HH:mm";
        return clock;
    }

    [GeneratedRegex(@"\s*dddd\s*[,،]?\s*")]
    private static partial Regex Weekday();

    [GeneratedRegex("^dd ")]
    private static partial Regex SingleDay();
}
