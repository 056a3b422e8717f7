using System.Buffers.Text;
using System.Security.Cryptography;
using BTech.Web.Settings;

namespace BTech.Web.Staff;

/// <summary>
/// A browser in which nobody is signed in yet, told from every other by a cookie: a challenge that was asked for in one cannot be answered from another.
/// The cookie is made on the page for passkeys only, is told to nobody, and is kept nowhere.
/// </summary>
internal static class PasskeyBrowser
{
    /// <summary>The browser's secret; a new one is made where there is none.</summary>
    public static string Of(HttpContext context, SiteSettings site)
    {
        var name = site.IsSecure ? "__Host-passkey" : "passkey";
        if (context.Request.Cookies[name] is { Length: 43 } there) return there;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(name, secret, new CookieOptions
        {
            HttpOnly = true,
            Secure = site.IsSecure,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        });
        return secret;
    }
}
