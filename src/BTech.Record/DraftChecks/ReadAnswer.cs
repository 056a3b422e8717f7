namespace BTech.Record.DraftChecks;

/// <summary>What was answered to one sentence of a draft, for the team.</summary>
/// <param name="Sentence">The sentence as it stood then.</param>
/// <param name="StillStands">Whether the newest version says it still: <see cref="SaidSentences"/>.</param>
/// <param name="Answers">What was answered, by kind.</param>
public sealed record ReadAnswer(string Sentence, bool StillStands, IReadOnlyList<(AnswerKind Kind, string? Words)> Answers);
