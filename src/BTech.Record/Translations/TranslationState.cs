namespace BTech.Record.Translations;

/// <summary>Whether an input has a working translation that readers see.</summary>
public enum TranslationState
{
    /// <summary>There is none.</summary>
    None = 1,

    /// <summary>There is one.</summary>
    Readable = 2,

    /// <summary>There is one, and somebody has to look whether a passage hidden since stands in it.</summary>
    HeldBack = 3,
}
