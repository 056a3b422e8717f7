using BTech.Record.Inputs;

namespace BTech.Record.Matrix;

/// <summary>What the coding of a sealed window amounts to: themes by focus area, by group and by stance, and how much is coded.</summary>
/// <param name="Areas">The focus areas in which anything was said, in order; nothing stands for overall comments, last.</param>
/// <param name="Groups">Labels under which a number is told for at least one theme.</param>
/// <param name="Themes">A line for each theme that anything carries, by name.</param>
/// <param name="Progress">A line for each area in which somebody wrote.</param>
/// <param name="IsFrozen">Whether the window is frozen, so that nobody can be counted any more and there are no <paramref name="Themes"/>.</param>
public sealed record CodingMatrix(
    IReadOnlyList<int?> Areas, IReadOnlyList<string> Groups, IReadOnlyList<ThemeLine> Themes, IReadOnlyList<CoveredArea> Progress, bool IsFrozen);
