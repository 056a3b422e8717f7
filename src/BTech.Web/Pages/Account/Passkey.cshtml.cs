using BTech.Team.Accounts;
using BTech.Team.Passkeys;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>One passkey of whoever is signed in: another name, or none any more.</summary>
public sealed class PasskeyModel(StaffPasskeys passkeys, StaffAccounts accounts, StaffSettings settings, IStringLocalizer<Words.Account> words) : PageModel
{
    public StaffPasskey Shown { get; private set; } = new("", "", default);

    /// <summary>Whether it is the only second factor, so that a password alone signs in once it is gone.</summary>
    public bool IsLastFactor { get; private set; }

    /// <summary>Whether it cannot go, because nobody may be left without one.</summary>
    public bool IsNeeded => IsLastFactor && settings.RequiresSecondFactor;

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        Name = Shown.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        Name = OneLine.Of(Name);
        return Answer(await passkeys.RenameAsync(User.StaffId(), id, Name, cancel));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        Name = Shown.Name;
        return Answer(await passkeys.RemoveAsync(User.StaffId(), id, StaffPrincipal.SessionOf(User) ?? "", settings.RequiresSecondFactor, cancel));
    }

    private IActionResult Answer(PasskeyOutcome outcome)
    {
        if (outcome == PasskeyOutcome.Done) return Redirect(Url.Content("~/account/passkeys"));
        if (outcome == PasskeyOutcome.NotFound) return NotFound();
        ModelState.AddModelError(outcome == PasskeyOutcome.LastFactor ? "" : nameof(Name), words[$"Passkeys.Refused.{outcome}"]);
        return Page();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken cancel)
    {
        var all = await passkeys.ListAsync(User.StaffId(), cancel);
        if (all.FirstOrDefault(one => one.Id == id) is not { } found) return false;
        Shown = found;
        IsLastFactor = all.Count == 1 && await accounts.FindAsync(User.StaffId(), cancel) is { HasAuthenticator: false };
        return true;
    }
}
