using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// Counts wrong passphrases for at most ten minutes, in memory only, under a keyed hash of the invitation whose key dies with the process.
/// </summary>
public sealed class PassphraseThrottle(TimeProvider time)
{
    private const int Tries = 10;
    private const int MostCounts = 100_000;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Misses)> _counts = new(StringComparer.Ordinal);

    public bool IsTired(Guid invitation) =>
        _counts.TryGetValue(Hash(invitation), out var count) && count.Since + Period > time.GetUtcNow() && count.Misses >= Tries;

    public void Miss(Guid invitation)
    {
        var now = time.GetUtcNow();
        if (_counts.Count > MostCounts)
            foreach (var old in _counts.Where(entry => entry.Value.Since + Period <= now).ToList()) _counts.TryRemove(old);
        _counts.AddOrUpdate(Hash(invitation), (now, 1), (_, count) => count.Since + Period <= now ? (now, 1) : (count.Since, count.Misses + 1));
    }

    private string Hash(Guid invitation) => Convert.ToHexString(HMACSHA256.HashData(_key, invitation.ToByteArray()));
}
