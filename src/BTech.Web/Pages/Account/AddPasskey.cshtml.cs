using BTech.Team.Accounts;
using BTech.Team.Passkeys;
using BTech.Team.Sessions;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Adding a passkey: first a name and the password, then the browser makes it.</summary>
public sealed class AddPasskeyModel(StaffPasskeys passkeys, StaffAccounts accounts, PasswordCheck check, SiteSettings site, IStringLocalizer<Words.Account> words) : PageModel
{
    public bool HasAuthenticator { get; private set; }

    /// <summary>What the browser is asked, once the password was right.</summary>
    public PasskeyRequest? Asked { get; private set; }

    /// <summary>How it ended, once it is added.</summary>
    public PasskeyAdded? Added { get; private set; }

    public string SiteAddress => site.PublicUrl.ToString();

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? SealedChallenge { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var there = await passkeys.ListAsync(User.StaffId(), cancel);
        if (there.Count >= StaffPasskeys.Most) Refuse(PasskeyOutcome.TooMany);
        else if (StaffPasskeys.JudgeName(Name, there) is not PasskeyOutcome.Done and var outcome) Refuse(outcome);
        if (!ModelState.IsValid) return Page();
        var answer = await check.ConfirmAsync(User.StaffId(), Password, Code, cancel);
        if (answer.Verdict == PasswordVerdict.CodeNeeded) ModelState.AddModelError(nameof(Code), words["SecondFactor.CodeWrong"]);
        else if (answer.Verdict != PasswordVerdict.Right) ModelState.AddModelError(nameof(Password), words["Passkeys.PasswordWrong"]);
        else Asked = await passkeys.AskToAddAsync(User.StaffId(), Session, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var added = await passkeys.AddAsync(User.StaffId(), Session, SealedChallenge, Credential, Name, cancel);
        if (added.Outcome != PasskeyOutcome.Done)
        {
            Refuse(added.Outcome);
            return Page();
        }
        if (added.SessionKey is { } key) await StaffCookie.WriteAsync(HttpContext, key);
        Added = added;
        return Page();
    }

    private string Session => StaffPrincipal.SessionOf(User) ?? "";

    private void Refuse(PasskeyOutcome outcome) =>
        ModelState.AddModelError(outcome is PasskeyOutcome.NameWrong or PasskeyOutcome.NameTaken ? nameof(Name) : "", words[$"Passkeys.Refused.{outcome}"]);

    private async Task ReadAsync(CancellationToken cancel)
    {
        Name = OneLine.Of(Name);
        HasAuthenticator = await accounts.FindAsync(User.StaffId(), cancel) is { HasAuthenticator: true };
    }
}
