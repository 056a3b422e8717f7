namespace BTech.Record.Similarity;

/// <summary>A sentence that carries no theme and resembles what people coded.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Number">Its number in the input, from 1.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="FocusAreaNumber">Its focus area; none for the paper as a whole.</param>
/// <param name="ThemeId">The theme whose passages it resembles.</param>
/// <param name="Terms">The terms in common, the weightiest first.</param>
/// <param name="Like">The coded passages that it resembles, the nearest first.</param>
public sealed record ThemeSuggestion(
    QuotedPassage Sentence, int Number, int Start, int End, int? FocusAreaNumber, Guid ThemeId, IReadOnlyList<string> Terms, IReadOnlyList<QuotedPassage> Like);
