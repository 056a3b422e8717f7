using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BTech.Web.Crossings;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// The hidden field <c>Entry</c> of every form in the participants' area: when the form was opened, and a keyed hash that binds it to
/// its entry. Whoever followed another link meanwhile, in another tab of the same browser, would otherwise write into the wrong box.
/// </summary>
public sealed class FormOfEntry(KeyRing keys)
{
    public string Write(ParticipantEntry entry, DateTimeOffset opened)
    {
        var seconds = opened.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{seconds}.{Base64Url.EncodeToString(Hash(entry, seconds))}";
    }

    /// <summary>When the form was opened under this very entry; nothing when it was not.</summary>
    public DateTimeOffset? Opened(ParticipantEntry entry, string? field)
    {
        if (field is not { Length: < 100 } || field.Split('.') is not [var seconds, var hash]) return null;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var opened)) return null;
        var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Hash(entry, seconds)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(hash)) ? DateTimeOffset.FromUnixTimeSeconds(opened) : null;
    }

    private byte[] Hash(ParticipantEntry entry, string seconds)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.CookieKey(entry.WindowId), 32, info: "btc/v1/form"u8.ToArray());
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{entry.EntryId}.{seconds}"));
    }
}
