using BTech.Record.Coding;
using BTech.Record.Disclosure;

namespace BTech.Record.Matrix;

/// <summary>One theme's line of the matrix. All numbers but <paramref name="Imported"/> are of distinct contributors whose kept inputs carry the theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Contributors">All of them.</param>
/// <param name="Inputs">How many inputs they said it in; for the project team only.</param>
/// <param name="Imported">How many imported texts carry it; they have no contributor and are in no other number. For the project team only.</param>
/// <param name="ByArea">In each of the matrix's areas, in its order. One contributor may stand in several.</param>
/// <param name="ByGroup">Under each of the matrix's groups, in its order, then those without one.</param>
/// <param name="Support">Who said it in support.</param>
/// <param name="Concern">Who said it in concern.</param>
/// <param name="Nuance">Who said it as a nuance.</param>
public sealed record ThemeLine(
    Theme Theme, MatrixCell Contributors, TeamCount Inputs, TeamCount Imported, IReadOnlyList<MatrixCell> ByArea, IReadOnlyList<MatrixCell> ByGroup,
    MatrixCell Support, MatrixCell Concern, MatrixCell Nuance);
