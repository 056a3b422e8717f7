namespace BTech.People.Participants;

/// <summary>An organisation from which people were invited. Delegations are counted by it.</summary>
public sealed class Organisation
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name as written in the first file that named it.</summary>
    public required string Name { get; set; }

    /// <summary>The form in which names are compared; unique.</summary>
    public required string FoldedName { get; init; }
}
