using BTech.Web.Design;

namespace BTech.Web.Pages.Participate;

/// <summary>Counts wrong passphrases of an invitation for at most ten minutes.</summary>
public sealed class PassphraseThrottle(TimeProvider time)
{
    private const int Tries = 10;

    private readonly KeyedTally _misses = new(TimeSpan.FromMinutes(10), time);

    public bool IsTired(Guid invitation) => _misses.Seen(invitation.ToByteArray()) >= Tries;

    public void Miss(Guid invitation) => _misses.Count(invitation.ToByteArray());
}
