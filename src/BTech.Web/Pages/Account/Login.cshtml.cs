using BTech.Team.Sessions;
using BTech.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Staff sign in. What is wrong is never said: address, password and code are refused with one sentence, after the same work.</summary>
public sealed class LoginModel(SignIn signIn, IStringLocalizer<Words.Account> words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), words["Login.EmailMissing"]);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), words["Login.PasswordMissing"]);
        if (!ModelState.IsValid) return Page();
        var (verdict, key) = await signIn.TryAsync(Email, Password, Code, cancel);
        if (key is null)
        {
            ModelState.AddModelError(nameof(Email), words[verdict == PasswordVerdict.Busy ? "Login.Busy" : "Login.Refused"]);
            var page = Page();
            if (verdict == PasswordVerdict.Busy)
            {
                page.StatusCode = StatusCodes.Status503ServiceUnavailable;
                Response.Headers.RetryAfter = "5";
            }
            return page;
        }
        await StaffCookie.WriteAsync(HttpContext, key);
        return Redirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/account"));
    }
}
