using BTech.Record.FollowUp;

namespace BTech.Web.Pages.FollowUp;

/// <summary>What became of a text, as far as the answer has room for it.</summary>
/// <param name="Outcome">What became of it; nothing where the record does not hold it.</param>
/// <param name="Most">How many themes and how many sentences are shown.</param>
public sealed record ShownOutcome(Outcome? Outcome, int Most)
{
    /// <summary>The first of its themes.</summary>
    public IEnumerable<string> Themes => Outcome?.Themes.Take(Most) ?? [];

    /// <summary>The first of the sentences that rest on it.</summary>
    public IEnumerable<OutcomeSentence> Sentences => Outcome?.Sentences.Take(Most) ?? [];

    /// <summary>Whether there are more.</summary>
    public bool IsCut => Most < PartsOf(Outcome);

    /// <summary>How many there are of the one kind or the other, whichever is more.</summary>
    public static int PartsOf(Outcome? outcome) => outcome is null ? 0 : Math.Max(outcome.Themes.Count, outcome.Sentences.Count);
}
