namespace BTech.Record.Inputs;

/// <summary>A view of a window's inputs that the team comes back to. It belongs to all of them.</summary>
public sealed class SavedFilter
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>What the team calls it; one of a kind in its window.</summary>
    public required string Name { get; init; }

    /// <summary>The filters as they stand in the list's address, from the question mark on.</summary>
    public required string Query { get; init; }
}
