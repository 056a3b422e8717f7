namespace BTech.Team.Sessions;

/// <summary>A code that stands in once for a lost second factor. Only its hash is kept; a used one is deleted.</summary>
internal sealed class RecoveryCode
{
    /// <summary>SHA-256 of the account's id and the code.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The account.</summary>
    public required Guid StaffId { get; init; }
}
