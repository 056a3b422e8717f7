using BTech.Languages.Coach;

namespace BTech.Record.DraftChecks;

/// <summary>
/// Whether a report says a sentence still. Letters and figures count, and nothing else: a blank, another mark or a capital leaves a sentence what it was, and so
/// does a longer one around it. Otherwise a comma would lift what somebody said of it.
/// </summary>
/// <param name="sentences">What the report says.</param>
internal sealed class SaidSentences(IEnumerable<string> sentences)
{
    private readonly List<string> _said = [.. sentences.Select(Bare).Where(said => said.Length > 0)];

    /// <summary>Whether it does.</summary>
    public bool Say(string sentence) => Bare(sentence) is { Length: > 0 } asked && _said.Exists(said => said.Contains(asked, StringComparison.Ordinal));

    /// <summary>What of a sentence is compared.</summary>
    public static string Bare(string sentence) => string.Concat(new FoldedText(sentence).Text.Where(char.IsLetterOrDigit));
}
