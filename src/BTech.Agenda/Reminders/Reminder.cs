namespace BTech.Agenda.Reminders;

/// <summary>
/// A reminder of a comment window at a fixed date. It goes to its whole audience or to nobody, and all that is kept of it is that it went out:
/// nothing about any one person.
/// </summary>
public sealed class Reminder
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window it reminds of.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The fixed date.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Whom it goes to.</summary>
    public required ReminderAudience Audience { get; set; }

    /// <summary>Set when it is about to go out: from then on it cannot be changed or removed any more.</summary>
    public bool IsTaken { get; set; }

    /// <summary>When its letters were put into the outbox.</summary>
    public DateTimeOffset? WentOutAt { get; set; }
}
