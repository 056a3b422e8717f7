namespace BTech.Web.Settings;

/// <summary>What a staff page asks of the person: one policy per role, held in at least one window. Pages of one window ask <c>Assignments</c> as well.</summary>
public static class StaffPolicies
{
    public const string Administrator = "administrator";

    public const string Moderator = "moderator";

    public const string Clearance = "clearance";

    public const string Offers = "offers";

    /// <summary>Moderator or clearance: who may be anywhere below /moderate.</summary>
    public const string Moderation = "moderation";

    /// <summary>Any member of staff, whatever the role.</summary>
    public const string AnyStaff = "staff";

    /// <summary>The cookie in which staff are signed in; the framework's own name for it, which its passkey classes expect.</summary>
    public const string Scheme = "Identity.Application";
}
