namespace BTech.Documents.Imports;

/// <summary>What is given a focus area as one: a column of a table, the section of a note under a heading, or a single passage of it.</summary>
/// <param name="Name">The column's name or the heading; nothing for a passage under none.</param>
/// <param name="Texts">The cells that hold something, or the paragraphs.</param>
/// <param name="Guess">The focus area that its name names, <see cref="ImportDraft.Overall"/>, or nothing to leave it out.</param>
public sealed record ImportPart(string? Name, IReadOnlyList<string> Texts, int? Guess);
