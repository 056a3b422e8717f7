namespace BTech.People.Mail;

/// <summary>Why a letter about an invitation has not arrived.</summary>
public enum DeliveryStanding
{
    /// <summary>Tried in vain so far, and tried again.</summary>
    Waiting = 1,

    /// <summary>Refused for good.</summary>
    Refused = 2,

    /// <summary>Tried in vain until it was of no use any more.</summary>
    TooLate = 3,
}

/// <summary>
/// A letter about an invitation that the mail server did not take. Goes as soon as any letter to that invitation is taken. It holds no time, and
/// depends on the mail server alone.
/// </summary>
internal sealed class Undelivered
{
    public required Guid LetterId { get; init; }

    public required Guid InvitationId { get; init; }

    public required DeliveryStanding Standing { get; set; }

    /// <summary>What the server said last, in one line.</summary>
    public required string Answer { get; set; }
}

/// <summary>What the administrator learns of letters that did not arrive.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="Standing">Whether it is tried again.</param>
/// <param name="Answer">What the mail server said.</param>
public sealed record DeliveryTrouble(Guid InvitationId, DeliveryStanding Standing, string Answer);
