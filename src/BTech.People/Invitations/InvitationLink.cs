namespace BTech.People.Invitations;

/// <summary>One link, or one code to type, that opens an invitation. Only its hash is kept; several may be valid at a time.</summary>
internal sealed class InvitationLink
{
    /// <summary>SHA-256 of the 160 random bits.</summary>
    public required byte[] Hash { get; init; }

    public required Guid InvitationId { get; init; }

    public Invitation Invitation { get; init; } = null!;
}
