namespace BTech.Record.Exports;

/// <summary>An export in the register.</summary>
/// <param name="Export">Its line.</param>
/// <param name="HoldsLostTexts">
/// Whether it holds a text that was withdrawn, set aside or further masked since. Which, or how many, is not told.
/// </param>
public sealed record ListedExport(InputExport Export, bool HoldsLostTexts);
