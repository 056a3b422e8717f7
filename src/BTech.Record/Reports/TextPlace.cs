namespace BTech.Record.Reports;

/// <summary>Where a text of a report stands. With nothing else it is the report's head: title or event line.</summary>
/// <param name="Section">The section; alone, its heading.</param>
/// <param name="Block">The paragraph or list; without a statement, the sentence that introduces it.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Footnote">Number of the footnote.</param>
/// <param name="IsCorrectionNote">Whether it is the note of a correction.</param>
public sealed record TextPlace(Section? Section = null, Block? Block = null, Statement? Statement = null, int? Footnote = null, bool IsCorrectionNote = false);
