namespace BTech.Team.Roles;

/// <summary>What a member of staff may do; held for one comment window or for all of them.</summary>
public enum StaffRole
{
    /// <summary>Agenda, people, opening and sealing, staff, audit; never reads inputs.</summary>
    Administrator = 1,

    /// <summary>Inputs, coding, report; never people.</summary>
    Moderator = 2,

    /// <summary>Reads report and evidence, clears, lifts findings, is the second hand of the seal; never edits a version that it clears.</summary>
    Clearance = 3,

    /// <summary>Offers and submissions on the record; never inputs.</summary>
    Offers = 4,
}
