namespace BTech.Record.Imports;

/// <summary>Where an imported text comes from.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Channel">By which channel it came.</param>
/// <param name="Source">What the team calls the source.</param>
/// <param name="Part">The heading or column under which it stood there; nothing where there was none.</param>
public sealed record Lineage(Guid ImportId, ImportChannel Channel, string Source, string? Part);
