using BTech.Record.Disclosure;

namespace BTech.Record.Similarity;

/// <summary>Sentences that resemble nothing that is coded and have words in common: they may want a theme of their own.</summary>
/// <param name="Terms">The words, the most telling first, as they stand in the texts.</param>
/// <param name="Inputs">In how many inputs they stand.</param>
/// <param name="Sentences">Some of the sentences.</param>
public sealed record CandidateTheme(IReadOnlyList<string> Terms, TeamCount Inputs, IReadOnlyList<QuotedPassage> Sentences);
