using System.Security.Claims;
using BTech.Agenda;
using BTech.Team.Sessions;

namespace BTech.Web.Settings;

/// <summary>Who is signed in, as pages see it.</summary>
public static class StaffPrincipal
{
    internal const string SessionKey = "session";
    internal const string SecondFactor = "second-factor";
    internal const string Missing = "missing";

    /// <summary>The member of staff behind this request.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page has no policy.</exception>
    public static StaffId StaffId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(Of(user)?.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id)
            ? new StaffId(id) : throw new InvalidOperationException("No member of staff is signed in.");
    }

    /// <summary>Whether a member of staff is signed in.</summary>
    public static bool IsStaff(this ClaimsPrincipal user) => Of(user) is not null;

    internal static ClaimsPrincipal Create(SignedInStaff staff, string sessionKey, bool needsSecondFactor)
    {
        var identity = new ClaimsIdentity(StaffPolicies.Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, staff.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, staff.Email));
        identity.AddClaim(new Claim(SessionKey, sessionKey));
        foreach (var role in staff.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        if (needsSecondFactor && !staff.HasSecondFactor) identity.AddClaim(new Claim(SecondFactor, Missing));
        return new ClaimsPrincipal(identity);
    }

    internal static string? SessionOf(ClaimsPrincipal? user) => user is null ? null : Of(user)?.FindFirst(SessionKey)?.Value;

    private static ClaimsIdentity? Of(ClaimsPrincipal user) =>
        user.Identities.FirstOrDefault(identity => identity is { IsAuthenticated: true, AuthenticationType: StaffPolicies.Scheme });
}
