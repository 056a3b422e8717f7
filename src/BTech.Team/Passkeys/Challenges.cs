using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BTech.Team.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Passkeys;

/// <summary>
/// Challenges for authenticators. Asking writes nothing, so that strangers can ask as often as they like: what must be remembered travels sealed
/// through the form. It opens for one purpose, in one browser, for some minutes, and once: answering it, rightly or wrongly, writes its hash.
/// </summary>
internal sealed class Challenges(TeamContext team, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long somebody may take to find the telephone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // A sealed state of ours is below one kilobyte.
    private const int Longest = 4_096;

    private readonly IDataProtector _protector = protection.CreateProtector("BTech.Team.Passkeys");

    /// <summary>Seals what must be remembered.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="binding">What only this browser has: its session's key, or a cookie made for this.</param>
    /// <param name="state">What to remember.</param>
    public string Seal(string purpose, string binding, string state)
    {
        var bytes = new byte[8 + Encoding.UTF8.GetByteCount(state)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (clock.GetUtcNow() + Lifetime).UtcTicks);
        Encoding.UTF8.GetBytes(state, bytes.AsSpan(8));
        return Convert.ToBase64String(For(purpose, binding).Protect(bytes));
    }

    /// <summary>Opens it, once.</summary>
    /// <returns>What was remembered; nothing when it is of another purpose or browser, forged, over, or was opened before.</returns>
    public async Task<string?> OpenAsync(string purpose, string binding, string? challenge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Unseal(purpose, binding, challenge) is not { } bytes) return null;
        var expires = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero);
        if (expires <= now) return null;
        await team.UsedChallenges.Where(used => used.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        // Of the bytes and not of the text, which may be written in more than one way.
        var hash = SHA256.HashData(Convert.FromBase64String(challenge!));
        var isFirst = await team.Database.ExecuteSqlAsync(
            $"INSERT INTO team.used_challenge (hash, expires_at) VALUES ({hash}, {expires}) ON CONFLICT DO NOTHING", cancel) == 1;
        return isFirst ? Encoding.UTF8.GetString(bytes.AsSpan(8)) : null;
    }

    private IDataProtector For(string purpose, string binding) => _protector.CreateProtector(purpose, binding);

    private byte[]? Unseal(string purpose, string binding, string? challenge)
    {
        var bytes = new byte[Longest];
        if (challenge is not { Length: > 0 and <= Longest } || !Convert.TryFromBase64String(challenge, bytes, out var length)) return null;
        try
        {
            return For(purpose, binding).Unprotect(bytes[..length]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
