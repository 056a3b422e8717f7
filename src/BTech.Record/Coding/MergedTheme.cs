namespace BTech.Record.Coding;

/// <summary>A theme that was merged into another.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Into">Where its passages are now; itself merged, perhaps.</param>
/// <param name="IsLast">Whether it can be taken back: not while the theme into which it was merged is merged itself.</param>
public sealed record MergedTheme(Theme Theme, Theme Into, bool IsLast);
