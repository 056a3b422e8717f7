using BTech.Agenda;

namespace BTech.Team.Accounts;

/// <summary>What pages show of a staff account.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Email">The address with which the person signs in.</param>
/// <param name="IsActive">Whether the person still works here.</param>
/// <param name="HasPassword">Whether the one-time link has been used.</param>
/// <param name="HasAuthenticator">Whether an authenticator app is set up, whose codes go with the password.</param>
/// <param name="HasPasskey">Whether the person can sign in with a passkey.</param>
public sealed record StaffMember(StaffId Id, string Email, bool IsActive, bool HasPassword, bool HasAuthenticator, bool HasPasskey)
{
    /// <summary>Whether a password alone does not sign the person in.</summary>
    public bool HasSecondFactor => HasAuthenticator || HasPasskey;
}
