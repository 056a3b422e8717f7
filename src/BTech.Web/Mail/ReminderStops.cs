using System.Buffers.Text;
using System.Security.Cryptography;
using BTech.Languages;
using BTech.Web.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace BTech.Web.Mail;

/// <summary>
/// The link in each reminder that ends reminders for that invitation. It holds the invitation's id under a key that lies outside the database, so that
/// nothing has to be stored for it, and opens nothing else.
/// </summary>
public sealed class ReminderStops(IDataProtectionProvider protection, SiteSettings site)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BTech.Web.Mail.ReminderStops.v1");

    /// <summary>The link for one invitation, in a language; for nobody's, as previews show it, always the same one, which belongs to nothing.</summary>
    public Uri LinkOf(Guid invitationId, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var token = invitationId == Guid.Empty ? new string('0', 32) : Base64Url.EncodeToString(_protector.Protect(invitationId.ToByteArray()));
        return site.AddressOf(language, $"reminders/stop/{token}");
    }

    /// <summary>Whose link it is; an invitation that nobody has, where it is none of ours, so that the same is done for both.</summary>
    public Guid Read(string? token)
    {
        try
        {
            if (token is { Length: < 400 } && _protector.Unprotect(Base64Url.DecodeFromChars(token)) is { Length: 16 } id) return new Guid(id);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            // Answered like any other.
        }
        return Guid.NewGuid();
    }
}
