namespace BTech.Record.Coding;

/// <summary>The theme given to a passage.</summary>
/// <param name="ConsultationId">The consultation whose code book is used.</param>
/// <param name="ThemeId">The theme.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="Memo">The team's own note.</param>
public sealed record ThemeChoice(Guid ConsultationId, Guid ThemeId, Stance Stance, string? Memo = null);
