using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// The token of the form that enters. Looking at a link must set no cookie, so the usual antiforgery pair cannot stand there: the
/// token is signed and dated instead, and the browser's own word on where the post comes from is heard.
/// </summary>
public sealed class EntryForm(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("BTech.Web.Pages.Participate.EntryForm.v1");

    public string Token() => Convert.ToHexStringLower(_protector.Protect(BitConverter.GetBytes(time.GetUtcNow().ToUnixTimeSeconds())));

    /// <summary>Whether this post comes from our own form, not long ago.</summary>
    public bool IsOurs(HttpRequest request, string? token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")) return false;
        if (request.Headers.Origin.ToString() is not ("" or "null") and var origin
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            var made = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(_protector.Unprotect(Convert.FromHexString(token ?? string.Empty))));
            return time.GetUtcNow() - made is var age && age >= TimeSpan.FromMinutes(-5) && age < Lifetime;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
