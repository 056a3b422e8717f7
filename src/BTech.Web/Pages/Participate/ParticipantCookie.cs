using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using BTech.Record.Boxes;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// The participants' cookie, under the cookie key of its own window: with that key destroyed at the seal, no copy of a cookie can
/// be read any more. It lasts as long as the browser is open, and nothing about it is kept on the server.
/// </summary>
public sealed class ParticipantCookie(
    IOptionsMonitor<AuthenticationSchemeOptions> options, UrlEncoder encoder, KeyRing keys, SiteSettings site)
    // The framework would log each entry with its second: here nothing is logged.
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    private const int IdBytes = 16;
    private const int NonceBytes = 12;
    private const int MacBytes = 16;
    private const int ContentBytes = IdBytes + IdBytes + BoxContent.MarkBytes;
    private const int CookieBytes = IdBytes + NonceBytes + ContentBytes + MacBytes;

    private string Name => site.IsSecure ? "__Host-participant" : "participant";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Name] is not { Length: > 0 and < 256 } text) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(TryRead(text, out var entry)
            ? AuthenticateResult.Success(new AuthenticationTicket(entry.ToPrincipal(), Scheme.Name))
            : AuthenticateResult.NoResult());
    }

    protected override Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        var entry = ParticipantEntry.Of(user) ?? throw new InvalidOperationException("Only an entry can be signed in here.");
        Response.Cookies.Append(Name, Write(entry), Options());
        return Task.CompletedTask;
    }

    protected override Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        Response.Cookies.Delete(Name, Options());
        return Task.CompletedTask;
    }

    /// <summary>Not entered looks like not there.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    // No lifetime: a session cookie. The path is the whole site, as the __Host- prefix demands.
    private new CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = site.IsSecure, IsEssential = true };

    private string Write(ParticipantEntry entry)
    {
        var cookie = new byte[CookieBytes];
        entry.WindowId.TryWriteBytes(cookie);
        var nonce = cookie.AsSpan(IdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> content = stackalloc byte[ContentBytes];
        entry.InvitationId.TryWriteBytes(content);
        Guid.ParseExact(entry.EntryId, "N").TryWriteBytes(content[IdBytes..]);
        // All zeros stand for no passphrase.
        Convert.FromHexString(entry.Mark).CopyTo(content[(2 * IdBytes)..]);
        using var cipher = new AesGcm(keys.CookieKey(entry.WindowId), MacBytes);
        cipher.Encrypt(nonce, content, cookie.AsSpan(IdBytes + NonceBytes, content.Length), cookie.AsSpan(CookieBytes - MacBytes), cookie.AsSpan(0, IdBytes));
        return Base64Url.EncodeToString(cookie);
    }

    private bool TryRead(string text, [NotNullWhen(true)] out ParticipantEntry? entry)
    {
        entry = null;
        Span<byte> cookie = stackalloc byte[CookieBytes];
        if (!Base64Url.TryDecodeFromChars(text, cookie, out var length) || length != CookieBytes) return false;
        var windowId = new Guid(cookie[..IdBytes]);
        // A window named by a forged cookie must not get a key made for it.
        if (keys.FindCookieKey(windowId) is not { } key) return false;
        Span<byte> content = stackalloc byte[ContentBytes];
        try
        {
            using var cipher = new AesGcm(key, MacBytes);
            cipher.Decrypt(cookie.Slice(IdBytes, NonceBytes), cookie.Slice(IdBytes + NonceBytes, content.Length), cookie[(CookieBytes - MacBytes)..], content, cookie[..IdBytes]);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        entry = new ParticipantEntry(
            new Guid(content[..IdBytes]), windowId, new Guid(content[IdBytes..(2 * IdBytes)]).ToString("N"),
            content[(2 * IdBytes)..].IndexOfAnyExcept((byte)0) < 0 ? string.Empty : Convert.ToHexStringLower(content[(2 * IdBytes)..]));
        return true;
    }
}
