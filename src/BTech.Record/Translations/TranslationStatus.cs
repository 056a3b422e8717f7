namespace BTech.Record.Translations;

/// <summary>How far a working translation may be trusted.</summary>
public enum TranslationStatus
{
    /// <summary>Somebody wrote it; nobody else has looked at it.</summary>
    Draft = 1,

    /// <summary>Somebody who did not write it, and who reads both languages, has compared it with the original.</summary>
    Checked = 2,

    /// <summary>A program made it and nobody has compared it.</summary>
    Machine = 3,
}
