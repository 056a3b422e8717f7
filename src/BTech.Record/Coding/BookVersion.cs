namespace BTech.Record.Coding;

/// <summary>A version of the code book and what made it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Steps">What became of each theme concerned, by name.</param>
public sealed record BookVersion(int Number, IReadOnlyList<ThemeStep> Steps);
