using BTech.Record.Disclosure;

namespace BTech.Record.Matrix;

/// <summary>How far the coding of one focus area has come; for the project team only.</summary>
/// <param name="FocusAreaNumber">The focus area; nothing for overall comments.</param>
/// <param name="Inputs">Its kept inputs.</param>
/// <param name="Coded">Those of them that carry a theme.</param>
public sealed record AreaLine(int? FocusAreaNumber, TeamCount Inputs, TeamCount Coded);
