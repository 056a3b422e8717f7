namespace BTech.Agenda.Windows;

/// <summary>Where a comment window stands in its life; one address shows them all.</summary>
public enum WindowState
{
    /// <summary>Promised, but not yet opened by two persons.</summary>
    Announced = 1,

    /// <summary>Dates are exact; writing has not begun.</summary>
    Scheduled = 2,

    /// <summary>Participants can write.</summary>
    Open = 3,

    /// <summary>Writing is over; the record is being closed and sealed.</summary>
    Closed = 4,

    /// <summary>The record is sealed; the project team reads and compiles.</summary>
    Sealed = 5,

    /// <summary>The Summary Report is published.</summary>
    Reported = 6,
}
