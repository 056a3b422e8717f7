namespace BTech.Record.DraftChecks;

/// <summary>One answer, out of its box. Nothing says whose it is or when it was given, nor which answers are one person's.</summary>
internal sealed class CheckAnswer
{
    /// <summary>Version 4 id, made when it came out.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version of the report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The number of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>What it says.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>In words, up to <see cref="DraftAnswers.LongestWords"/> characters; erased with the window's original texts.</summary>
    public string? Words { get; init; }
}
