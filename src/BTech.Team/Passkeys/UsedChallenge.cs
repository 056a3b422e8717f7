namespace BTech.Team.Passkeys;

/// <summary>A challenge that was answered: its row keeps it from being answered again until it is over anyway.</summary>
internal sealed class UsedChallenge
{
    /// <summary>SHA-256 of the sealed challenge.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>From when on it would be refused in any case.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
