using Microsoft.AspNetCore.Identity;

namespace BTech.Team.Accounts;

/// <summary>The sign-in account of a member of staff. Participants have none: they hold a personal link.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>Whether the person still works here; a closed account keeps its name in the audit.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The shared secret of the second factor, encrypted under the site's key ring; nothing when none is set up.</summary>
    public byte[]? SecondFactorKey { get; set; }

    /// <summary>The last time step for which a code was accepted: a code seen over the shoulder cannot be used again.</summary>
    public long SecondFactorStep { get; set; }
}
