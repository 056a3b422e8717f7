using BTech.People.Participants;

namespace BTech.People.Invitations;

/// <summary>
/// That somebody may take part in one comment window. There is deliberately no column for having entered, written or sent:
/// using a link writes nothing.
/// </summary>
public sealed class Invitation
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The comment window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The invited participant.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>The invited participant.</summary>
    public Participant Participant { get; init; } = null!;

    /// <summary>Personal, or for the organisation.</summary>
    public required InvitationKind Kind { get; init; }

    /// <summary>No link of a revoked invitation works. Neither its box nor the number invited changes.</summary>
    public bool IsRevoked { get; set; }

    /// <summary>Whether a box exists: until the next mix an invitation into an open window is only prepared, and is not mailed.</summary>
    public bool IsLive { get; set; }

    /// <summary>
    /// Whether the person ended reminders for this invitation. Nothing else follows from it: links work, notices that everybody gets still come.
    /// No page shows it to staff, because somebody who has written has a reason more to end them.
    /// </summary>
    public bool WantsNoReminders { get; set; }
}
