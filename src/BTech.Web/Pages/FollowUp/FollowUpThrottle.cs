using System.Net;
using BTech.Web.Design;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// Counts tries for at most ten minutes: checks that found nothing, and every request, because to count only those of unknown codes would tell them
/// from the others.
/// </summary>
public sealed class FollowUpThrottle(TimeProvider time)
{
    private const int Tries = 20;

    private readonly KeyedTally _tries = new(TimeSpan.FromMinutes(10), time);

    public bool IsTired(IPAddress? address) => _tries.Seen(KeyedTally.Network(address)) >= Tries;

    public void Count(IPAddress? address) => _tries.Count(KeyedTally.Network(address));
}
