namespace BTech.Record.Lists;

/// <summary>What the team has done with a resource.</summary>
public enum ResourceStatus
{
    /// <summary>It is on the list.</summary>
    Logged = 1,

    /// <summary>Somebody has read it.</summary>
    Read = 2,

    /// <summary>It was used; where, stands beside it.</summary>
    UsedIn = 3,
}
