using BTech.Languages;

namespace BTech.Agenda.Windows;

/// <summary>
/// One round of a consultation: a comment window during which participants write, or a meeting whose report is kept here.
/// What it is <em>now</em> follows from the clock and the facts stored here, never from a job alone: see <see cref="StateAt"/>.
/// </summary>
public sealed class CommentWindow
{
    /// <summary>Size of a box where nobody has chosen another, in bytes.</summary>
    public const int UsualBoxBytes = 32 * 1024;

    /// <summary>The sizes that a box can have, in bytes.</summary>
    public static IReadOnlyList<int> BoxSizes { get; } = [32 * 1024, 64 * 1024, 128 * 1024];

    /// <summary>k where nobody has chosen a larger one; never smaller.</summary>
    public const int UsualSmallestGroup = 5;

    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it belongs to.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>The consultation.</summary>
    public Consultations.Consultation Consultation { get; init; } = null!;

    /// <summary>The round's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>A meeting, or written comments.</summary>
    public required RoundKind Kind { get; init; }

    /// <summary>The round's own title ("Written comments on the revised draft").</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>For a meeting: event and place ("RightsCon, Tunis, Tunisia").</summary>
    public LocalizedText? Place { get; set; }

    /// <summary>The paper version on which comments are asked; fixed before opening.</summary>
    public Guid? PaperVersionId { get; set; }

    /// <summary>When writing begins.</summary>
    public required DateTimeOffset OpensAt { get; set; }

    /// <summary>The closing instant: a save carries it into the statement that stores it.</summary>
    public required DateTimeOffset ClosesAt { get; set; }

    /// <summary>IANA name of the zone in which the dates are shown ("Europe/Zurich").</summary>
    public required string Zone { get; set; }

    /// <summary>
    /// Roughly when it will be ("summer 2027"), told to everybody instead of the dates, which are then the administrators' plan and nothing more.
    /// Nothing once the dates are settled; a round cannot be opened before.
    /// </summary>
    public LocalizedText? Expected { get; set; }

    /// <summary>The sealed round whose late comments this one takes: what is sealed is never opened again. Nothing for a round of its own.</summary>
    public Guid? SupplementsId { get; init; }

    /// <summary>Minutes after closing in which a form opened before closing may still be sent (0 to 60).</summary>
    public int LateSendingMinutes { get; set; }

    /// <summary>Hours between closing and the seal in which sent comments may still be withdrawn (0 to 72); never shortened once open.</summary>
    public int HoldingHours { get; set; }

    /// <summary>Size of every box of this window in bytes, one of <see cref="BoxSizes"/>; settled at the opening.</summary>
    public int BoxBytes { get; set; } = UsualBoxBytes;

    /// <summary>k: the smallest number of contributors that may carry a common label (at least 5); settled at the opening.</summary>
    public int SmallestGroup { get; set; } = UsualSmallestGroup;

    /// <summary>Who may take part; settled at the opening.</summary>
    public Admission Admission { get; set; } = Admission.Invited;

    /// <summary>Whether persons or organisations are counted; settled at the opening.</summary>
    public Counting Counts { get; set; } = Counting.Persons;

    /// <summary>Set once, when the window was opened: boxes made, groups and labels frozen.</summary>
    public bool IsOpened { get; set; }

    /// <summary>Reason told to everybody when the window was closed early.</summary>
    public LocalizedText? ClosedEarlyNote { get; set; }

    /// <summary>Set by the seal's job after the Record side has sealed.</summary>
    public bool IsSealed { get; set; }

    /// <summary>Number of the Summary Report published on this window, if there is one.</summary>
    public int? ReportNumber { get; set; }

    /// <summary>The day on which original texts are erased; nothing until somebody sets it or the window is opened: see <see cref="Retention.RetentionDates.Of"/>.</summary>
    public DateOnly? TextsErasedOn { get; set; }

    /// <summary>The day on which participants' data are erased; likewise.</summary>
    public DateOnly? PeopleErasedOn { get; set; }

    /// <summary>The day on which a report on this window was first published.</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>The instant from which the seal may run by itself.</summary>
    public DateTimeOffset SealsAt => ClosesAt.AddMinutes(LateSendingMinutes).AddHours(HoldingHours);

    /// <summary>Whether it is a round of a rehearsal.</summary>
    public bool IsRehearsal => Consultation is { IsRehearsal: true };

    /// <summary>
    /// Whether people may still be invited: until closing. From then on the numbers invited are frozen, and somebody who cannot write
    /// any more must not make a group look larger than it was. Never into a rehearsal, whose people are made up.
    /// </summary>
    public bool TakesInvitations(DateTimeOffset now) => Kind == RoundKind.Written && !IsRehearsal && StateAt(now) <= WindowState.Open;

    /// <summary>Whether it was opened, or is a meeting: from then on labels, numbers and order stand in the record.</summary>
    public bool IsHeld => IsOpened || Kind == RoundKind.Meeting;

    /// <summary>Whether it was opened and is not sealed: people are writing, or wait for the seal, on the words that they agreed to.</summary>
    public bool IsUnderWay => IsOpened && !IsSealed;

    /// <summary>Whether late comments may be taken by a supplementary round: written ones whose record is sealed.</summary>
    public bool CanBeSupplemented => Kind == RoundKind.Written && IsSealed;

    /// <summary>
    /// Opening and closing of a round like this one: the same length by the calendar, the same days of the week and times of day, moved by whole
    /// weeks until it begins after another moment.
    /// </summary>
    public (DateTimeOffset Opens, DateTimeOffset Closes) DatesAfter(DateTimeOffset moment)
    {
        var weeks = Math.Max(0, (int)((moment - OpensAt).TotalDays / 7));
        while (Moved(OpensAt) <= moment) weeks++;
        return (Moved(OpensAt), Moved(ClosesAt));

        DateTimeOffset Moved(DateTimeOffset instant) => WallClock.At(WallClock.In(instant, Zone).AddDays(7 * weeks), Zone);
    }

    /// <summary>Whether people may ask to take part: as long as somebody may be invited.</summary>
    public bool TakesRegistrations(DateTimeOffset now) => Admission != Admission.Invited && TakesInvitations(now);

    /// <summary>Whether administrators may invite people of their own accord.</summary>
    public bool TakesImports(DateTimeOffset now) => Admission != Admission.Registration && TakesInvitations(now);

    /// <summary>Opens the window: from now on its retention dates are promised.</summary>
    public void Open()
    {
        var promised = Retention.RetentionDates.Of(this);
        (IsOpened, TextsErasedOn, PeopleErasedOn) = (true, promised.Texts, promised.People);
    }

    /// <summary>Notes that a report on this window is public. The day of the first publication stays.</summary>
    public void Report(int number, DateTimeOffset at) => (ReportNumber, ReportedOn) = (number, ReportedOn ?? Retention.RetentionDates.Day(at));

    /// <summary>The day of the calendar that an instant falls on in the window's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(WallClock.In(instant, Zone));

    /// <summary>The consultation's title and the round's, as letters name a round.</summary>
    public string FullTitleIn(Language language) => $"{Consultation.Title.In(language).Text} – {Title.In(language).Text}";

    /// <summary>What the window is at this instant.</summary>
    public WindowState StateAt(DateTimeOffset now) =>
        ReportNumber is not null ? WindowState.Reported
        : IsSealed || Kind == RoundKind.Meeting ? WindowState.Sealed
        : !IsOpened ? Expected is null && now < OpensAt ? WindowState.Scheduled : WindowState.Announced
        : now < OpensAt ? WindowState.Scheduled
        : now < ClosesAt ? WindowState.Open
        : WindowState.Closed;
}
