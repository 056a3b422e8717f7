using System.Security.Claims;
using BTech.Team.Sessions;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BTech.Web.Staff;

/// <summary>The cookie carries the key of a session on the server and nothing that anybody could rely on later: rights are read anew at each request.</summary>
internal sealed class StaffCookie(StaffSessions sessions, StaffSettings settings) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.FindFirstValue(StaffPrincipal.SessionKey);
        var staff = key is null ? null : await sessions.FindAsync(key, context.HttpContext.RequestAborted);
        if (staff is null)
        {
            context.RejectPrincipal();
            return;
        }
        context.ReplacePrincipal(StaffPrincipal.Create(staff, key!, settings.RequiresSecondFactor));
    }

    /// <summary>Writes the cookie after a successful sign-in.</summary>
    public static Task WriteAsync(HttpContext context, string sessionKey) =>
        context.SignInAsync(StaffPolicies.Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(StaffPrincipal.SessionKey, sessionKey)], StaffPolicies.Scheme)), new AuthenticationProperties { IsPersistent = false });
}
