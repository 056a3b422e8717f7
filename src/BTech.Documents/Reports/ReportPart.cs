using BTech.Record.Reports;

namespace BTech.Documents.Reports;

/// <summary>Anything that stands in a section: what every exporter walks over, so that all files say the same.</summary>
public abstract record ReportPart;

/// <summary>A paragraph, or the sentence that introduces a list.</summary>
/// <param name="Runs">Its text.</param>
/// <param name="IntroducesList">Whether the list follows, so that both stay on one page.</param>
public sealed record ReportParagraph(IReadOnlyList<InlineText.Run> Runs, bool IntroducesList = false) : ReportPart;

/// <summary>A bullet list.</summary>
/// <param name="Items">One text per bullet.</param>
public sealed record ReportBullets(IReadOnlyList<IReadOnlyList<InlineText.Run>> Items) : ReportPart;

/// <summary>One group of the list of participants.</summary>
/// <param name="Heading">Name and number of lines.</param>
/// <param name="Lines">The lines.</param>
public sealed record ReportListing(string Heading, IReadOnlyList<string> Lines) : ReportPart;

/// <summary>A table.</summary>
/// <param name="Anchor">Its name in addresses within the file ("behind-2").</param>
/// <param name="Caption">What it is about.</param>
/// <param name="Header">The heads of its columns.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ReportTable(string Anchor, string Caption, IReadOnlyList<string> Header, IReadOnlyList<ReportRow> Rows) : ReportPart;

/// <summary>A row of a table.</summary>
/// <param name="Head">What the row is about; stands in the first column.</param>
/// <param name="Cells">The other cells.</param>
/// <param name="Point">The key point that it is about, by its place in the report.</param>
public sealed record ReportRow(string Head, IReadOnlyList<string> Cells, int? Point = null);

/// <summary>A section ready to be written.</summary>
/// <param name="Anchor">Its name in addresses within the file ("section-3"), stable for a version.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Parts">Its paragraphs, lists and tables.</param>
/// <param name="Behind">The table on what stands behind its statements; nothing where there is none.</param>
public sealed record ReportSection(string Anchor, string Heading, IReadOnlyList<ReportPart> Parts, string? Behind = null);

/// <summary>A footnote ready to be written; numbers run in the order of the references.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Runs">Its text.</param>
public sealed record ReportNote(int Number, IReadOnlyList<InlineText.Run> Runs);
