using BTech.Agenda.Windows;

namespace BTech.Web.Pages.Admin;

/// <summary>What an administrator had better look at before dates are promised: the moments in six zones, how long it is, weekends, clocks that change.</summary>
public sealed class DatesCheck(CommentWindow window)
{
    /// <summary>Four weeks: less is short for people who have other work.</summary>
    public const int UsualDays = 28;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(window.Zone);

    public CommentWindow Window => window;

    /// <summary>The window's own zone first, then those in which the consultation's participants usually are.</summary>
    public IReadOnlyList<string> Zones { get; } = [.. LocalMoment.Usual.Prepend(window.Zone).Distinct(StringComparer.Ordinal)];

    /// <summary>Days by the calendar of the zone, rounded down.</summary>
    public int Days => (int)(Local(window.ClosesAt) - Local(window.OpensAt)).TotalDays;

    public bool IsShort => Days < UsualDays;

    public bool OpensOnAWeekend => IsWeekend(window.OpensAt);

    /// <summary>Of the last moment in which one can write: a window that closes as Saturday begins has Friday as its last day.</summary>
    public bool ClosesOnAWeekend => IsWeekend(window.ClosesAt.AddTicks(-1));

    /// <summary>Whether the zone's distance to UTC is another one at the end.</summary>
    public bool ClocksChange => _zone.GetUtcOffset(window.OpensAt) != _zone.GetUtcOffset(window.ClosesAt);

    private bool IsWeekend(DateTimeOffset instant) => Local(instant).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;
}
