namespace BTech.Record.Imports;

/// <summary>One text on its way in.</summary>
/// <param name="FocusAreaNumber">Its focus area; nothing for a text on the whole.</param>
/// <param name="Part">Which part of the source it comes from: the heading of a note, the column of a table; nothing where it has none.</param>
/// <param name="Text">Its words, at most <see cref="ImportBook.LongestText"/> characters.</param>
public sealed record ImportedText(int? FocusAreaNumber, string? Part, string Text);
