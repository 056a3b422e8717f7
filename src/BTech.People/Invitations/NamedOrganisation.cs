namespace BTech.People.Invitations;

/// <summary>An organisation's name with what tells whether another name means the same.</summary>
/// <param name="Row">First row of the file in which it stands; 0 for one that was known before.</param>
/// <param name="Name">As written.</param>
/// <param name="Domains">The folded domains from which its people write.</param>
internal sealed record NamedOrganisation(int Row, string Name, IReadOnlySet<string> Domains);
