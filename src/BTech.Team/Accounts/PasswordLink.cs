namespace BTech.Team.Accounts;

/// <summary>A link with which one person may set a password once. Only its hash is kept.</summary>
internal sealed class PasswordLink
{
    /// <summary>SHA-256 of the link's secret part.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The account.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>From when on it is worth nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
