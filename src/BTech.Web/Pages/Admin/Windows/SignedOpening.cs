using System.Globalization;
using BTech.Agenda;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// Both signatures under an opening, sealed into the form on which the custodians type the halves of the key: the persons need not sign again,
/// and nobody else can use it, nor they themselves later than half an hour after signing.
/// </summary>
internal sealed class SignedOpening(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("btc/v1/opening");

    public string Seal(Guid window, (StaffId First, StaffId Second) both) => _protector.Protect(string.Join('|',
        window.ToString("D"), both.First.Value.ToString("D"), both.Second.Value.ToString("D"), clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <returns>Both, or nothing when it is forged, another window's, somebody else's or too old.</returns>
    public (StaffId First, StaffId Second)? Open(string? signed, Guid window, StaffId by)
    {
        string[] parts;
        try
        {
            parts = _protector.Unprotect(signed ?? "").Split('|');
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[3], CultureInfo.InvariantCulture));
        return parts[0] == window.ToString("D") && parts[1] == by.Value.ToString("D") && clock.GetUtcNow() <= at + Good
            ? (by, new StaffId(Guid.Parse(parts[2])))
            : null;
    }
}
