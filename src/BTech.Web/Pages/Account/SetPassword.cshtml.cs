using BTech.Team.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Where the page of a one-time link stands.</summary>
public enum SetPasswordStage
{
    Asking,
    LinkOver,
    Done,
}

/// <summary>A new member of staff, or one who forgot, sets a password with a one-time link. Opening the link changes nothing.</summary>
public sealed class SetPasswordModel(PasswordLinks links, IStringLocalizer<Words.Account> words) : PageModel
{
    public SetPasswordStage Stage { get; private set; }

    public string? Email { get; private set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        if (Stage == SetPasswordStage.LinkOver) return Answer();
        var problem = PasswordRules.Check(Password, Email);
        if (problem != PasswordProblem.None) ModelState.AddModelError(nameof(Password), words[$"SetPassword.{problem}"]);
        else if (Password != Again) ModelState.AddModelError(nameof(Again), words["SetPassword.NotTheSame"]);
        if (!ModelState.IsValid) return Page();
        Stage = await links.UseAsync(token, Password!, cancel) is null ? SetPasswordStage.LinkOver : SetPasswordStage.Done;
        return Answer();
    }

    private async Task FindAsync(string token, CancellationToken cancel)
    {
        Email = (await links.FindAsync(token, cancel))?.Email;
        if (Email is null) Stage = SetPasswordStage.LinkOver;
    }

    // A link that is used up, expired or made up: one and the same page.
    private PageResult Answer()
    {
        var page = Page();
        if (Stage == SetPasswordStage.LinkOver) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
