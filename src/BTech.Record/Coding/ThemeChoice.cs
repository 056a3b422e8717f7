namespace BTech.Record.Coding;

/// <summary>What is given to passages in one act: one or more themes, how the words stand to them, a value of the second dimension, a note.</summary>
/// <param name="ConsultationId">The consultation whose code book is used.</param>
/// <param name="ThemeIds">The themes; each becomes a coding of its own.</param>
/// <param name="Stance">For, against or nuance.</param>
/// <param name="Memo">The team's own note.</param>
/// <param name="ValueId">Value of the second dimension.</param>
public sealed record ThemeChoice(Guid ConsultationId, IReadOnlyCollection<Guid> ThemeIds, Stance Stance, string? Memo = null, Guid? ValueId = null)
{
    /// <summary>One theme.</summary>
    public ThemeChoice(Guid consultationId, Guid themeId, Stance stance, string? memo = null) : this(consultationId, [themeId], stance, memo)
    {
    }
}
