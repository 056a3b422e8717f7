namespace BTech.Documents.Exports;

/// <summary>Headings of the table of inputs.</summary>
/// <param name="Reference">The random number of the file.</param>
/// <param name="FocusArea">Number of the focus area.</param>
/// <param name="Paragraph">Number of the paragraph.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Permission">What the author allows.</param>
/// <param name="Group">The group; nothing when it was not asked for.</param>
/// <param name="Language">The language; nothing when it was not asked for.</param>
/// <param name="Text">The words.</param>
/// <param name="Translation">The working translation.</param>
/// <param name="Themes">Names of the themes.</param>
/// <param name="Passages">The passages with theme and stance, one a line.</param>
/// <param name="Source">Where an imported text comes from; nothing when there is none.</param>
public sealed record ExportColumns(
    string Reference, string FocusArea, string Paragraph, string Kind, string Permission, string? Group, string? Language, string Text, string Translation, string Themes, string Passages, string? Source = null);
