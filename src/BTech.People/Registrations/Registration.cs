namespace BTech.People.Registrations;

/// <summary>Where a request to take part stands.</summary>
internal enum RegistrationState
{
    /// <summary>Typed; nothing was looked up and nothing sent.</summary>
    Asked = 1,

    /// <summary>A letter with a link to confirm the address is on its way.</summary>
    Confirming = 2,

    /// <summary>The address is confirmed; an administrator decides.</summary>
    Confirmed = 3,

    /// <summary>Agreed to: invited, and waiting for a box and the letter with the link.</summary>
    Approved = 4,
}

/// <summary>
/// That somebody asked to take part in a round. It goes as soon as it is decided and the letter about it is queued; one that nobody confirms after
/// seven days, and what is left at the closing with it. It depends on nothing that anybody writes.
/// </summary>
internal sealed class Registration
{
    public required Guid Id { get; init; }

    public required Guid WindowId { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>Nothing for somebody in a personal capacity.</summary>
    public string? Organisation { get; init; }

    public required string GroupLabel { get; init; }

    public required string Email { get; init; }

    /// <summary>The form in which addresses are compared.</summary>
    public required string FoldedEmail { get; init; }

    public required string Language { get; init; }

    public required RegistrationState State { get; set; }

    /// <summary>SHA-256 of the link's secret part that confirms the address.</summary>
    public byte[]? TokenHash { get; set; }

    /// <summary>When it goes unless somebody confirms the address; nothing from then on.</summary>
    public DateTimeOffset? GoesAt { get; set; }

    /// <summary>The invitation that was made of it.</summary>
    public Guid? InvitationId { get; set; }
}
