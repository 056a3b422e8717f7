using BTech.Record.Disclosure;

namespace BTech.Record.Inputs;

/// <summary>A paragraph on which there are comments, after the seal.</summary>
/// <param name="Number">Its number in the version of the paper on which the round was held.</param>
/// <param name="Inputs">How many comments on it are not set aside.</param>
/// <param name="KeyPoints">How many key points of the newest version of a report rest on one of them.</param>
public sealed record CommentedParagraph(int Number, TeamCount Inputs, TeamCount KeyPoints);
