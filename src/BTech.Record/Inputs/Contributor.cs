namespace BTech.Record.Inputs;

/// <summary>Somebody who sent comments, after the seal: a number to count by. No page, export or API ever emits the id.</summary>
public sealed class Contributor
{
    /// <summary>Version 4 id, new at the seal.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The published label after merging: a group's, a family's, or none.</summary>
    public string? GroupLabel { get; init; }
}
