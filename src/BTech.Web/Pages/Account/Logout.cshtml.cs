using BTech.Team.Sessions;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Account;

/// <summary>Signing out ends the session on the server, so that a copied cookie is worth nothing from then on.</summary>
public sealed class LogoutModel(SignIn signIn) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (StaffPrincipal.SessionOf(User) is { } key) await signIn.OutAsync(key, cancel);
        await HttpContext.SignOutAsync(StaffPolicies.Scheme, new AuthenticationProperties { RedirectUri = null });
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Page();
    }
}
