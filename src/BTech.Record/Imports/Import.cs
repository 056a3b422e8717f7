namespace BTech.Record.Imports;

/// <summary>
/// Texts that came to the team by another channel after the seal, taken over together: where they came from. Editorial: what stands here is an act of
/// staff and tells nothing about anybody who wrote to the round; who took them over, and when, stands in the audit alone. The file is not kept.
/// </summary>
public sealed class Import
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sealed window to whose inputs its texts were added.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>By which channel.</summary>
    public required ImportChannel Channel { get; init; }

    /// <summary>What the team calls the source: "Notes of the meeting in Tunis".</summary>
    public required string Source { get; init; }
}
