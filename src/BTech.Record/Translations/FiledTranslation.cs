namespace BTech.Record.Translations;

/// <summary>The translation of an input as its own page shows it.</summary>
/// <param name="Translation">The translation; nothing when there is none.</param>
/// <param name="IsHeldBack">Whether a passage of the original was hidden since somebody last looked.</param>
/// <param name="Stamp">Stands for all of it, to be sent back with a form.</param>
public sealed record FiledTranslation(WorkingTranslation? Translation, bool IsHeldBack, string Stamp);
