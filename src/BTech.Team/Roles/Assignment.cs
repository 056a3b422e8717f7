namespace BTech.Team.Roles;

/// <summary>One role of one person, in one comment window or in all of them.</summary>
public sealed class Assignment
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account's id.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The role.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>The window, or nothing for all windows.</summary>
    public Guid? WindowId { get; init; }
}
