namespace BTech.Record.Similarity;

/// <summary>A sentence with a theme that was suggested for it.</summary>
/// <param name="InputId">The input.</param>
/// <param name="ThemeId">The theme.</param>
/// <param name="InTranslation">Whether it stands in the working translation.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
public sealed record SuggestedPlace(Guid InputId, Guid ThemeId, bool InTranslation, int Start, int End);
