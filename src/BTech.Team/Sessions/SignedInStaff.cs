using BTech.Agenda;
using BTech.Team.Roles;

namespace BTech.Team.Sessions;

/// <summary>Who is signed in, and with which rights at this moment.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Email">The person's address.</param>
/// <param name="HasSecondFactor">Whether a second factor or a passkey is set up, and so was asked for at sign-in.</param>
/// <param name="Roles">The roles held in at least one window.</param>
public sealed record SignedInStaff(StaffId Id, string Email, bool HasSecondFactor, IReadOnlyList<StaffRole> Roles);
