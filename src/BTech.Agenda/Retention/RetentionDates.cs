using BTech.Agenda.Windows;

namespace BTech.Agenda.Retention;

/// <summary>
/// The days on which what is kept of a comment window is erased, each from 0 h UTC on. They are promised to participants before they write:
/// set freely until the window is opened, afterwards only ever moved to an earlier day.
/// </summary>
/// <param name="Texts">
/// The original texts: what lies behind hidden passages, and whatever was set aside or withdrawn. At the latest on this day the window is frozen too.
/// </param>
/// <param name="People">Participants’ data: invitations, links, addresses, offers, letters that still wait.</param>
public sealed record RetentionDates(DateOnly Texts, DateOnly People)
{
    /// <summary>Days after the seal in which nothing can be erased, so that a code can still be used and a report be written.</summary>
    public const int FewestDays = 30;

    /// <summary>The longest time that may be promised, in days after closing: three years.</summary>
    public const int MostDays = 3 * 365;

    /// <summary>Days from the first publication of the window’s report to the first day on which two persons may freeze it.</summary>
    public const int DaysToFreeze = 30;

    private const int UsualTexts = 365;
    private const int UsualPeople = 270;

    /// <summary>The dates of a window: those that were set, or the usual ones.</summary>
    public static RetentionDates Of(CommentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var usual = Usual(window.ClosesAt);
        return new RetentionDates(window.TextsErasedOn ?? usual.Texts, window.PeopleErasedOn ?? usual.People);
    }

    /// <summary>
    /// What a careful team would promise: a year for the texts, long enough for a report and the next round to rest on them, and nine months for
    /// the addresses, which serve the report, its list of participants and the answers to offers.
    /// </summary>
    public static RetentionDates Usual(DateTimeOffset closes) => new(Day(closes).AddDays(UsualTexts), Day(closes).AddDays(UsualPeople));

    /// <summary>The day of one of the three acts; for the freeze, the latest possible one.</summary>
    public DateOnly DayOf(ErasureKind kind) => kind == ErasureKind.People ? People : Texts;

    /// <summary>Sets the dates of a window, if both are possible: asked on the window's own row, so that an opening that came between wins.</summary>
    /// <returns>Whether they were set.</returns>
    public bool TrySet(CommentWindow window, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (Check(window, ErasureKind.Texts, Texts, today) != RetentionProblem.None || Check(window, ErasureKind.People, People, today) != RetentionProblem.None) return false;
        (window.TextsErasedOn, window.PeopleErasedOn) = (Texts, People);
        return true;
    }

    /// <summary>Moves the day of one act of an opened window to today, where it is later: two persons erase before the day that was promised.</summary>
    public static void BringForward(CommentWindow window, ErasureKind kind, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (kind == ErasureKind.People && window.PeopleErasedOn > today) window.PeopleErasedOn = today;
        if (kind == ErasureKind.Texts && window.TextsErasedOn > today) window.TextsErasedOn = today;
    }

    /// <summary>The first day that may be chosen for a window: never today, because a slip of the hand would then erase within the hour.</summary>
    public static DateOnly Earliest(CommentWindow window, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Max(FirstAfterSeal(window), today.AddDays(1));
    }

    /// <summary>The last day that may be chosen for a window: once it is opened, the one that was promised.</summary>
    public static DateOnly Latest(CommentWindow window, ErasureKind kind)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.IsOpened ? Of(window).DayOf(kind) : Day(window.ClosesAt).AddDays(MostDays);
    }

    /// <summary>What is wrong with a day for one of the acts of a window.</summary>
    public static RetentionProblem Check(CommentWindow window, ErasureKind kind, DateOnly day, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        // A day that was promised already stays possible, even where the window has been made longer since, or the day has come.
        return window.IsOpened && day == Of(window).DayOf(kind) ? RetentionProblem.None
            : day > Latest(window, kind) ? window.IsOpened ? RetentionProblem.Later : RetentionProblem.TooLate
            : day < FirstAfterSeal(window) ? RetentionProblem.TooEarly
            : day <= today ? RetentionProblem.Past
            : RetentionProblem.None;
    }

    /// <summary>The first day on which two persons may freeze a window; nothing while no report of it was published.</summary>
    public static DateOnly? FreezableFrom(CommentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.ReportedOn?.AddDays(DaysToFreeze);
    }

    /// <summary>The instant at which a day begins, from which on its erasure may run.</summary>
    public static DateTimeOffset Begins(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The day of an instant as retention counts it: UTC.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static DateOnly FirstAfterSeal(CommentWindow window) => Day(window.SealsAt).AddDays(FewestDays);

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
