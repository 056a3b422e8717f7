using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// Counts tries for at most ten minutes, in memory only, under a keyed hash of the address whose key dies with the process: checks that
/// found nothing, and every request, because to count only those of unknown codes would tell them from the others.
/// </summary>
public sealed class FollowUpThrottle(TimeProvider time)
{
    private const int Tries = 20;
    private const int MostAddresses = 100_000;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Counted> _counts = new(StringComparer.Ordinal);

    public bool IsTired(IPAddress? address) =>
        _counts.TryGetValue(Hash(address), out var count) && count.Since + Period > time.GetUtcNow() && count.Seen >= Tries;

    public void Count(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_counts.Count > MostAddresses)
            foreach (var old in _counts.Where(entry => entry.Value.Since + Period <= now).ToList()) _counts.TryRemove(old);
        _counts.AddOrUpdate(
            Hash(address),
            _ => new Counted(now, 1),
            (_, count) => count.Since + Period <= now ? new Counted(now, 1) : count with { Seen = count.Seen + 1 });
    }

    private string Hash(IPAddress? address)
    {
        // One household or one provider's customer has a /64 of its own; its single addresses are free to change.
        var bytes = (address ?? IPAddress.None).MapToIPv6().GetAddressBytes();
        var network = address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? bytes[..8] : bytes;
        return Convert.ToHexString(HMACSHA256.HashData(_key, network));
    }

    private sealed record Counted(DateTimeOffset Since, int Seen);
}
