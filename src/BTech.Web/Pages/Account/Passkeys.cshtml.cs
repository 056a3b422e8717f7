using BTech.Team.Accounts;
using BTech.Team.Passkeys;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Account;

/// <summary>The passkeys of whoever is signed in.</summary>
public sealed class PasskeysModel(StaffPasskeys passkeys, StaffAccounts accounts) : PageModel
{
    public IReadOnlyList<StaffPasskey> Passkeys { get; private set; } = [];

    public bool IsFull => Passkeys.Count >= StaffPasskeys.Most;

    /// <summary>Whether a passkey is the only second factor: acts of two persons ask for codes as well.</summary>
    public bool HasNoCodes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Passkeys = await passkeys.ListAsync(User.StaffId(), cancel);
        HasNoCodes = await accounts.FindAsync(User.StaffId(), cancel) is { HasPasskey: true, HasAuthenticator: false };
    }
}
