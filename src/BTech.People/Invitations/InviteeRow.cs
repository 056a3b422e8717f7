using BTech.People.Participants;

namespace BTech.People.Invitations;

/// <summary>One good row of a participants' file.</summary>
internal sealed record InviteeRow(
    int Row, string? Honorific, string Name, string Role, string? Organisation, string GroupLabel, string Email, string Language, InvitationKind Kind)
{
    public string FoldedEmail { get; } = Folded.Address(Email);

    public string? FoldedOrganisation => Organisation is null ? null : Folded.Name(Organisation);
}
