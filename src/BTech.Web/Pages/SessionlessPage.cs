using BTech.Team.Sessions;
using BTech.Web.Pages.Participate;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages;

/// <summary>
/// A page that is never shown beside a session of any kind: what is done on it must not stand next to somebody's name, in no log and in nobody's memory. It sets
/// no cookie, so its forms carry the token of <see cref="EntryForm"/>.
/// </summary>
public abstract class SessionlessPage(EntryForm form) : PageModel
{
    /// <summary>The token of its forms.</summary>
    public string Token => form.Token();

    /// <summary>Whether somebody is signed in here, who must leave first.</summary>
    public bool IsSignedIn { get; private set; }

    /// <summary>Whether the form that was sent is ours.</summary>
    protected bool IsOurs(string? token) => form.IsOurs(Request, token);

    /// <summary>Whether somebody is signed in.</summary>
    protected async Task<bool> AnybodyAsync() =>
        IsSignedIn = (await HttpContext.AuthenticateAsync(ParticipantEntry.Scheme)).Succeeded || (await HttpContext.AuthenticateAsync(StaffPolicies.Scheme)).Succeeded;

    /// <summary>Ends whatever session this browser has here.</summary>
    protected async Task LeaveAsync()
    {
        // A copied cookie is worth nothing from then on either, as after signing out.
        if (StaffPrincipal.SessionOf((await HttpContext.AuthenticateAsync(StaffPolicies.Scheme)).Principal) is { } key)
            await HttpContext.RequestServices.GetRequiredService<SignIn>().OutAsync(key, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(ParticipantEntry.Scheme);
        await HttpContext.SignOutAsync(StaffPolicies.Scheme);
    }
}
