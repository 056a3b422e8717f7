namespace BTech.Record.Coding;

/// <summary>A theme that was split off another.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="From">The theme off which it was split.</param>
public sealed record SplitTheme(Theme Theme, Theme From);
