namespace BTech.Team.Sessions;

/// <summary>One signed-in browser. The cookie holds only the key; what the person may do is read from here at each request.</summary>
internal sealed class StaffSession
{
    /// <summary>SHA-256 of the key in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>The account.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>When the person signed in: no session lives longer than a working day.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends unless it is used.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
