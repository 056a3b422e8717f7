using BTech.Record.Disclosure;

namespace BTech.Record.Coding;

/// <summary>A theme with the number of kept excerpts that carry it.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Excerpts">How many excerpts of inputs that were not set aside.</param>
/// <param name="IsUsed">Whether any excerpt at all carries it, so that it cannot be deleted.</param>
public sealed record ListedTheme(Theme Theme, TeamCount Excerpts, bool IsUsed);
