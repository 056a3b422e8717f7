namespace BTech.Agenda.Reminders;

/// <summary>Why a reminder cannot be planned, changed or removed. The page that shows it owns the words.</summary>
public enum ReminderProblem
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>The date has passed.</summary>
    Past = 1,

    /// <summary>Nobody can write yet at that date.</summary>
    BeforeOpening = 2,

    /// <summary>Nobody can write any more at that date.</summary>
    AfterClosing = 3,

    /// <summary>Another reminder of the window has that moment.</summary>
    SameMoment = 4,

    /// <summary>The consultation has no such group, or mail is written in no such language.</summary>
    NobodyMeant = 5,

    /// <summary>The window is closed, or no comments are written in it.</summary>
    WindowIsOver = 6,

    /// <summary>It has gone out, or somebody removed it.</summary>
    NoLongerPlanned = 7,
}
