using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace BTech.Web.Design;

/// <summary>
/// Counts by something that must not be kept, such as an address: in memory only, for one period, under a keyed hash whose key dies with the process.
/// </summary>
/// <param name="period">How long a count lasts from its first.</param>
/// <param name="time">The clock.</param>
public sealed class KeyedTally(TimeSpan period, TimeProvider time)
{
    private const int MostCounts = 100_000;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Counted> _counts = new(StringComparer.Ordinal);

    /// <summary>How often this was counted in the period that runs.</summary>
    public int Seen(ReadOnlySpan<byte> what) => _counts.TryGetValue(Hash(what), out var count) && count.Since + period > time.GetUtcNow() ? count.Seen : 0;

    /// <summary>Counts it once more.</summary>
    /// <returns>How often it was counted in the period that runs, this time included.</returns>
    public int Count(ReadOnlySpan<byte> what)
    {
        var now = time.GetUtcNow();
        if (_counts.Count > MostCounts)
            foreach (var old in _counts.Where(entry => entry.Value.Since + period <= now).ToList()) _counts.TryRemove(old);
        return _counts.AddOrUpdate(
            Hash(what),
            _ => new Counted(now, 1),
            (_, count) => count.Since + period <= now ? new Counted(now, 1) : count with { Seen = count.Seen + 1 }).Seen;
    }

    /// <summary>Whence somebody comes: one household or one provider's customer has a /64 of its own, whose single addresses are free to change.</summary>
    public static ReadOnlySpan<byte> Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? address.GetAddressBytes().AsSpan(0, 8) : (address ?? IPAddress.None).MapToIPv6().GetAddressBytes();

    private string Hash(ReadOnlySpan<byte> what) => Convert.ToHexString(HMACSHA256.HashData(_key, what));

    private sealed record Counted(DateTimeOffset Since, int Seen);
}
