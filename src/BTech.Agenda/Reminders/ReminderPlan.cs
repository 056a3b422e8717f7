using BTech.Agenda.Windows;
using BTech.Languages;

namespace BTech.Agenda.Reminders;

/// <summary>The reminders of one window, and the rules they keep.</summary>
/// <param name="window">The window with its consultation.</param>
/// <param name="reminders">All its reminders.</param>
public sealed class ReminderPlan(CommentWindow window, IEnumerable<Reminder> reminders)
{
    private static readonly int[] UsualDaysBefore = [14, 7, 1];

    /// <summary>The window.</summary>
    public CommentWindow Window => window;

    /// <summary>All of them, by date.</summary>
    public IReadOnlyList<Reminder> Reminders { get; } = [.. reminders.OrderBy(reminder => reminder.DueAt)];

    /// <summary>Whether reminders can be planned, changed and removed: until the window closes.</summary>
    public bool CanChange(DateTimeOffset now) => window.Kind == RoundKind.Written && now < window.ClosesAt && window.StateAt(now) <= WindowState.Open;

    /// <summary>What has become of one, or will.</summary>
    public ReminderStanding StandingOf(Reminder reminder, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return reminder.WentOutAt is not null ? ReminderStanding.GoneOut
            : IsPassedOver(reminder, now) ? ReminderStanding.PassedOver
            : !CanChange(now) ? ReminderStanding.NotSent
            : !IsInside(reminder) ? ReminderStanding.OutsideTheWindow
            : ReminderStanding.Planned;
    }

    /// <summary>
    /// Those that must go out now: their date has come and the window is still open. Of several that were missed only the last goes out, so
    /// that nobody gets two letters at once that say the same.
    /// </summary>
    public IReadOnlyList<Reminder> DueAt(DateTimeOffset now) => window.StateAt(now) != WindowState.Open ? []
        : [.. Reminders.Where(reminder => reminder.DueAt <= now && StandingOf(reminder, now) == ReminderStanding.Planned)];

    /// <summary>What stands against a reminder at this date to this audience.</summary>
    /// <param name="due">The date.</param>
    /// <param name="audience">Whom it would go to.</param>
    /// <param name="now">The present.</param>
    /// <param name="changed">The reminder that is to be changed; nothing for a new one.</param>
    public ReminderProblem ProblemOf(DateTimeOffset due, ReminderAudience audience, DateTimeOffset now, Guid? changed = null)
    {
        ArgumentNullException.ThrowIfNull(audience);
        if (!CanChange(now)) return ReminderProblem.WindowIsOver;
        if (due <= now) return ReminderProblem.Past;
        if (due < window.OpensAt) return ReminderProblem.BeforeOpening;
        if (due >= window.ClosesAt) return ReminderProblem.AfterClosing;
        if (Reminders.Any(other => other.Id != changed && other.DueAt == due)) return ReminderProblem.SameMoment;
        return IsKnown(audience) ? ReminderProblem.None : ReminderProblem.NobodyMeant;
    }

    /// <summary>The dates that most windows want, as far as they are still ahead and not planned: 14 days, 7 days and 1 day before closing, at the closing's time of day.</summary>
    public IReadOnlyList<DateTimeOffset> Usual(DateTimeOffset now) =>
        [.. UsualDaysBefore.Select(Before).Where(due => ProblemOf(due, ReminderAudience.Everybody, now) == ReminderProblem.None)];

    /// <summary>
    /// Each reminder as it would be in another window: as many days before closing, at the same time of day, to the same audience; those that
    /// cannot be planned there any more are left out.
    /// </summary>
    public IReadOnlyList<(DateTimeOffset Due, ReminderAudience Audience)> For(CommentWindow other, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(other);
        var theirs = new ReminderPlan(other, []);
        var days = (WallClock.In(other.ClosesAt, other.Zone).Date - WallClock.In(window.ClosesAt, window.Zone).Date).Days;
        return [.. Reminders.Select(reminder => (Due: WallClock.At(WallClock.In(reminder.DueAt, window.Zone).AddDays(days), other.Zone), reminder.Audience))
            .Where(reminder => theirs.ProblemOf(reminder.Due, reminder.Audience, now) == ReminderProblem.None).DistinctBy(reminder => reminder.Due)];
    }

    /// <summary>
    /// How many days are left for writing, as people count them: by the calendar of the window's zone. 0 on the last day; a window that closes
    /// as a day begins has its last day before it.
    /// </summary>
    public static int DaysLeft(CommentWindow window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Math.Max(0, window.DayOf(window.ClosesAt.AddTicks(-1)).DayNumber - window.DayOf(now).DayNumber);
    }

    private bool IsPassedOver(Reminder reminder, DateTimeOffset now) =>
        !reminder.IsTaken && IsInside(reminder) && Reminders.Any(later =>
            later.DueAt > reminder.DueAt && later.DueAt <= now && IsInside(later) && later.Audience.Covers(reminder.Audience) && (later.WentOutAt is not null || CanChange(now)));

    private bool IsInside(Reminder reminder) => reminder.DueAt >= window.OpensAt && reminder.DueAt < window.ClosesAt;

    private bool IsKnown(ReminderAudience audience) =>
        (audience.GroupLabel is null || window.Consultation.Groups.Exists(group => group.Label == audience.GroupLabel))
        && (audience.Language is null || Language.Find(audience.Language) is { } language && language.Code == audience.Language);

    private DateTimeOffset Before(int days)
    {
        var closes = WallClock.In(window.ClosesAt, window.Zone);
        return WallClock.At(new DateTime(DateOnly.FromDateTime(closes).AddDays(-days), new TimeOnly(closes.Hour, closes.Minute)), window.Zone);
    }
}
