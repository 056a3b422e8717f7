namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// What a sentence may share with a text that it quotes: the words between the marks, and not one more. Words are compared as runs are made of them, with one sign
/// for the name of a standard.
/// </summary>
internal sealed class Quoting
{
    private readonly List<(Guid InputId, string Inside, string Before, string After)> _passages = [];

    private Quoting()
    {
    }

    /// <summary>The passages that stand in a sentence; nothing where none does.</summary>
    /// <param name="sentence">Its folded words.</param>
    /// <param name="quotations">Passages that may be quoted and stand, somewhere in the text that the sentence is of, in quotation marks.</param>
    /// <param name="runs">Makes the words comparable.</param>
    public static Quoting? Of(IReadOnlyList<string> sentence, IEnumerable<QuotedPassage> quotations, WordRuns runs)
    {
        var quoting = new Quoting();
        var whole = Framed(sentence);
        foreach (var one in quotations)
        {
            var passage = Framed(one.Folded);
            var at = whole.IndexOf(passage, StringComparison.Ordinal);
            if (at >= 0) quoting._passages.Add((one.Asked.InputId, Condensed(passage), Condensed(whole[..at]), Condensed(whole[(at + passage.Length)..])));
        }
        return quoting._passages.Count > 0 ? quoting : null;

        string Condensed(string words) => Framed(runs.Condensed(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Whether the sentence quotes a text.</summary>
    public bool Quotes(Guid inputId) => _passages.Exists(passage => passage.InputId == inputId);

    /// <summary>Whether a run that the sentence shares with a text is all of it between the marks, and nothing like it beside them.</summary>
    public bool Lets(string run, Guid inputId) => _passages.Exists(passage => passage.InputId == inputId
        && Has(passage.Inside, run) && !Has(passage.Before, run) && !Has(passage.After, run));

    private static bool Has(string words, string run) => words.Contains($" {run} ", StringComparison.Ordinal);

    private static string Framed(IEnumerable<string> words) => $" {string.Join(' ', words)} ";
}
