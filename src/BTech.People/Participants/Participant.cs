namespace BTech.People.Participants;

/// <summary>
/// A person in one capacity. Somebody who comes back for another organisation or group is another participant, so that the
/// figures of an open window never change behind it. Nothing here, and nothing in this schema, says whether the person wrote.
/// </summary>
public sealed class Participant
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>"Ms", "Dr", "H.E. Mr"; nothing when the file gave none.</summary>
    public string? Honorific { get; set; }

    /// <summary>Full name as the person writes it.</summary>
    public required string Name { get; set; }

    /// <summary>Title or function.</summary>
    public required string Role { get; set; }

    /// <summary>The organisation; nothing for somebody in a personal capacity.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The organisation.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Label of the group ("companies").</summary>
    public required string GroupLabel { get; init; }

    /// <summary>Mail address as written.</summary>
    public required string Email { get; set; }

    /// <summary>The form in which addresses are compared.</summary>
    public required string FoldedEmail { get; set; }

    /// <summary>Code of the language in which mail is written to this person.</summary>
    public required string Language { get; set; }
}
