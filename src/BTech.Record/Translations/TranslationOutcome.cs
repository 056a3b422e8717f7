namespace BTech.Record.Translations;

/// <summary>What became of a step with a translation.</summary>
public enum TranslationResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>There is no such input, it is set aside, or it has no translation.</summary>
    NotThere = 2,

    /// <summary>It, or what is hidden in the original, was changed since the form was made.</summary>
    ChangedMeanwhile = 3,

    /// <summary>Coded passages would lose their words, or could no longer be told from others.</summary>
    PassagesLost = 4,

    /// <summary>Whoever wrote it cannot check it.</summary>
    OwnWork = 5,

    /// <summary>It is held back: first somebody makes sure that nothing hidden stands in it.</summary>
    HeldBack = 6,

    /// <summary>Coded passages rest on it.</summary>
    InUse = 7,
}

/// <summary>What became of a step with a translation, and why not.</summary>
/// <param name="Result">Done, or why not.</param>
/// <param name="Lost">The words of the coded passages that stand in the way.</param>
public sealed record TranslationOutcome(TranslationResult Result, IReadOnlyList<string> Lost)
{
    internal TranslationOutcome(TranslationResult result) : this(result, [])
    {
    }
}
