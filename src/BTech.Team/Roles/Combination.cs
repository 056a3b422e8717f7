namespace BTech.Team.Roles;

/// <summary>
/// Who may not be what at once: whoever sees the people of a window (administrator, offers) must not read
/// its inputs (moderator, clearance), because one pair of eyes on both sides could guess who wrote what.
/// </summary>
public static class Combination
{
    /// <summary>The assignment already held that the wanted one may not join; nothing when it may.</summary>
    public static Assignment? Forbidding(IEnumerable<Assignment> held, StaffRole role, Guid? windowId)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.FirstOrDefault(assignment =>
            SeesPeople(assignment.Role) != SeesPeople(role) && Overlap(assignment.WindowId, windowId));
    }

    private static bool SeesPeople(StaffRole role) => role is StaffRole.Administrator or StaffRole.Offers;

    private static bool Overlap(Guid? one, Guid? other) => one is null || other is null || one == other;
}
