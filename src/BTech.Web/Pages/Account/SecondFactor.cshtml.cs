using BTech.Team.Accounts;
using BTech.Team.Sessions;
using BTech.Web.Settings;
using BTech.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Setting up codes from an authenticator app: the key is shown once, as text and as the address that apps read.</summary>
public sealed class SecondFactorModel(
    SecondFactor secondFactor, StaffAccounts accounts, PasswordCheck check, StaffSettings settings, IStringLocalizer<Words.Account> words) : PageModel
{
    public bool IsSetUp { get; private set; }

    /// <summary>Whether the person gets no further without one.</summary>
    public bool IsRequired { get; private set; }

    public string ReadableKey { get; private set; } = "";

    public string AppAddress => $"otpauth://totp/B-Tech%20Consultation:{Uri.EscapeDataString(User.Identity?.Name ?? "")}?secret={ReadableKey}&issuer=B-Tech%20Consultation";

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Key = secondFactor.NewKey(User.StaffId());
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        // Whoever finds a browser left open must not be able to take the account over for good.
        if (IsSetUp) ModelState.AddModelError(nameof(Code), words["SecondFactor.AlreadyThere"]);
        else if ((await check.ConfirmAsync(User.StaffId(), Password, null, cancel)).Verdict != PasswordVerdict.Right)
            ModelState.AddModelError(nameof(Password), words["SecondFactor.PasswordWrong"]);
        if (!ModelState.IsValid) return Page();
        RecoveryCodes = await secondFactor.SetUpAsync(User.StaffId(), Key, Code, cancel);
        if (RecoveryCodes is null) ModelState.AddModelError(nameof(Code), words["SecondFactor.CodeWrong"]);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var member = await accounts.FindAsync(User.StaffId(), cancel);
        IsSetUp = member is { HasAuthenticator: true };
        IsRequired = settings.RequiresSecondFactor && member is not { HasSecondFactor: true };
        if (secondFactor.Readable(User.StaffId(), Key) is { } readable)
        {
            ReadableKey = readable;
            return;
        }
        Key = secondFactor.NewKey(User.StaffId());
        ReadableKey = secondFactor.Readable(User.StaffId(), Key)!;
        ModelState.Remove(nameof(Key));
    }
}
