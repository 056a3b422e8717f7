using BTech.Team.Passkeys;
using BTech.Team.Sessions;
using BTech.Web.Settings;
using BTech.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Staff sign in with a passkey, which is both factors. Whatever is wrong with one is refused with the same sentence.</summary>
public sealed class PasskeyLoginModel(SignIn signIn, StaffPasskeys passkeys, SiteSettings site, IStringLocalizer<Words.Account> words) : PageModel
{
    /// <summary>What the browser is asked, anew each time the page is shown.</summary>
    public PasskeyRequest Asked { get; private set; } = new("", "");

    public string SiteAddress => site.PublicUrl.ToString();

    [BindProperty]
    public string? SealedChallenge { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task OnGetAsync() => AskAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (verdict, key) = await signIn.TryPasskeyAsync(PasskeyBrowser.Of(HttpContext, site), SealedChallenge, Credential, cancel);
        if (key is not null)
        {
            await StaffCookie.WriteAsync(HttpContext, key);
            return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/account"));
        }
        ModelState.AddModelError("", words[verdict == PasswordVerdict.Busy ? "Login.Busy" : "PasskeyLogin.Refused"]);
        await AskAsync();
        var page = Page();
        if (verdict == PasswordVerdict.Busy)
        {
            page.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "5";
        }
        return page;
    }

    private async Task AskAsync() => Asked = await passkeys.AskToSignInAsync(PasskeyBrowser.Of(HttpContext, site));
}
