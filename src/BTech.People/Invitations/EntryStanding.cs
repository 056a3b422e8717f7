namespace BTech.People.Invitations;

/// <summary>What a page must know of an invitation on each request; read in one round trip, never stored.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="ParticipantId">The invited participant.</param>
/// <param name="WindowId">The window.</param>
/// <param name="GroupLabel">The group's label.</param>
/// <param name="IsRevoked">Whether its links were revoked.</param>
/// <param name="IsLive">Whether it has a box.</param>
/// <param name="Kind">Personal, or for the organisation.</param>
public sealed record EntryStanding(
    Guid InvitationId, Guid ParticipantId, Guid WindowId, string GroupLabel, bool IsRevoked, bool IsLive, InvitationKind Kind);

/// <summary>What the census takes of an invitation: enough to make a box, nothing that names a person.</summary>
/// <param name="InvitationId">The invitation, from which the door makes a tag.</param>
/// <param name="GroupLabel">The group's label.</param>
/// <param name="IsLive">Whether it has a box already.</param>
public sealed record CensusInvitee(Guid InvitationId, string GroupLabel, bool IsLive);

/// <summary>How large one group of invited people is. A person in a personal capacity is a delegation of one.</summary>
/// <param name="GroupLabel">The group's label.</param>
/// <param name="Invited">How many were invited; an organisation's link is one.</param>
/// <param name="Organisations">From how many organisations.</param>
/// <param name="LargestDelegation">How many from the organisation with most.</param>
/// <param name="SecondDelegation">How many from the next; 0 when there is none.</param>
public sealed record GroupFigures(string GroupLabel, int Invited, int Organisations, int LargestDelegation, int SecondDelegation);

/// <summary>One line of the administrators' list of invited people.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="ParticipantId">The participant.</param>
/// <param name="Name">Honorific and name.</param>
/// <param name="Role">Role.</param>
/// <param name="Organisation">Organisation; nothing for somebody in a personal capacity.</param>
/// <param name="GroupLabel">The group's label.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Language">Language of mail.</param>
/// <param name="Kind">Personal, or for the organisation.</param>
/// <param name="IsRevoked">Whether its links were revoked.</param>
/// <param name="IsLive">Whether it has a box.</param>
/// <param name="HasLink">Whether a link was made for it, by a letter or by hand.</param>
public sealed record InvitedPerson(
    Guid InvitationId, Guid ParticipantId, string Name, string Role, string? Organisation, string GroupLabel, string Email, string Language,
    InvitationKind Kind, bool IsRevoked, bool IsLive, bool HasLink);
