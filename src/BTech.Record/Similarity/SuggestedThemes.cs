namespace BTech.Record.Similarity;

/// <summary>What may be worth reading next in a window.</summary>
/// <param name="IsReady">Whether enough passages are coded to compare with: <see cref="ThemeSuggestions.LeastCoded"/>.</param>
/// <param name="Dismissed">Suggestions that somebody decided against, at most <see cref="ThemeSuggestions.Most"/>.</param>
/// <param name="Candidates">What may want a theme of its own.</param>
/// <param name="Suggestions">The likeliest first, at most <see cref="ThemeSuggestions.Most"/>.</param>
/// <param name="Support">Passages coded in favour under the chosen theme, at most as many; empty without a theme.</param>
/// <param name="Concern">Likewise those against it.</param>
public sealed record SuggestedThemes(bool IsReady, IReadOnlyList<ThemeSuggestion> Suggestions, IReadOnlyList<QuotedPassage> Support, IReadOnlyList<QuotedPassage> Concern,
    IReadOnlyList<(Guid Id, Guid ThemeId, QuotedPassage Sentence)> Dismissed, IReadOnlyList<CandidateTheme> Candidates);
