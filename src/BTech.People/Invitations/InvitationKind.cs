namespace BTech.People.Invitations;

/// <summary>For whom an invitation speaks.</summary>
public enum InvitationKind
{
    /// <summary>One person: <em>your own link</em>.</summary>
    Personal = 1,

    /// <summary>An organisation, one voice: <em>your organisation's link</em>.</summary>
    Organisation = 2,
}
