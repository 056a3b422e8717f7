namespace BTech.People.Participants;

/// <summary>Another way in which an organisation's name was written in a file, found to be the same by the person who imported it.</summary>
public sealed class OrganisationAlias
{
    /// <summary>The form in which names are compared; unique, and no organisation's own.</summary>
    public required string FoldedName { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The organisation.</summary>
    public Organisation? Organisation { get; init; }
}
