using System.Text;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Disclosure.Linting;
using BTech.Record.Reports;

namespace BTech.Record.DraftChecks;

/// <summary>
/// Whether a report says a sentence still. Letters and figures count, and nothing else: a blank, another mark or a capital leaves a sentence what it was, and so
/// do a longer one around it and a full stop in its middle, be it at the end of a statement. Otherwise a comma would lift what somebody said of it.
/// </summary>
internal sealed class SaidSentences
{
    private readonly List<Stretch> _stretches;

    /// <summary>What a report says.</summary>
    public SaidSentences(SummaryReport report) : this(report.Everything())
    {
    }

    /// <summary>What these texts say, in reading order. Those of one paragraph or list are read as one, because between them only the look changes.</summary>
    internal SaidSentences(IEnumerable<(TextPlace Place, string Text)> texts)
    {
        var sentences = texts.Select((one, order) => (one.Place, one.Text, Group: (object?)one.Place.Block ?? order)).GroupBy(one => one.Group);
        _stretches = [.. sentences.Select(group => new Stretch([.. group.SelectMany(one => Sentences.TextsOf(InlineText.Plain(one.Text)).Select(sentence => new LintedText(one.Place, sentence)))]))];
    }

    /// <summary>Whether it says a sentence.</summary>
    public bool Say(string sentence) => Bare(sentence) is { Length: > 0 } asked && Where(asked).Any();

    /// <summary>The sentences in which what is compared of another begins.</summary>
    public IEnumerable<LintedText> Where(string bare) => _stretches.SelectMany(stretch => stretch.Where(bare));

    /// <summary>What of a sentence is compared.</summary>
    public static string Bare(string sentence) => string.Concat(new FoldedText(sentence).Text.Where(char.IsLetterOrDigit));

    // What is read as one, and where in it each sentence begins.
    private sealed class Stretch
    {
        private readonly string _bare;
        private readonly List<(int Start, LintedText Sentence)> _sentences = [];

        public Stretch(IReadOnlyList<LintedText> sentences)
        {
            var bare = new StringBuilder();
            foreach (var sentence in sentences)
            {
                _sentences.Add((bare.Length, sentence));
                bare.Append(Bare(sentence.Words));
            }
            _bare = bare.ToString();
        }

        public IEnumerable<LintedText> Where(string asked)
        {
            var found = new List<LintedText>();
            for (var at = _bare.IndexOf(asked, StringComparison.Ordinal); at >= 0; at = _bare.IndexOf(asked, at + 1, StringComparison.Ordinal))
                found.Add(_sentences.Last(one => one.Start <= at).Sentence);
            return found.Distinct();
        }
    }
}
