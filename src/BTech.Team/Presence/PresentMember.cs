namespace BTech.Team.Presence;

/// <summary>Where a member of staff was last seen at work. One row for each, written over; nothing about anybody who wrote.</summary>
public sealed class PresentMember
{
    /// <summary>The member, and the key.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>What the member has open: an id of another module, which this one does not know.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When that was.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}
