namespace BTech.Agenda.Reminders;

/// <summary>What has become of a reminder, or will.</summary>
public enum ReminderStanding
{
    /// <summary>It goes out at its date, or, if that passed while the site was down, as soon as it is up again.</summary>
    Planned = 1,

    /// <summary>It went out.</summary>
    GoneOut = 2,

    /// <summary>Its date passed while the site was down, and so did that of a later one to the same people, which went or goes out instead.</summary>
    PassedOver = 3,

    /// <summary>The window's dates were changed and it lies before the opening or after the closing now.</summary>
    OutsideTheWindow = 4,

    /// <summary>The window closed before it could go out.</summary>
    NotSent = 5,
}
