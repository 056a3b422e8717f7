using BTech.Languages;
using BTech.Record.Quotations;

namespace BTech.Record.Disclosure.Linting;

/// <summary>Words of a report in quotation marks that are a passage which the team asked for.</summary>
/// <param name="Text">The text in which they stand.</param>
/// <param name="Words">The words as the report has them.</param>
/// <param name="Asked">The passage.</param>
internal sealed record QuotedPassage(LintedText Text, string Words, HeldQuotation Asked)
{
    /// <summary>The words in the form in which they are compared.</summary>
    public IReadOnlyList<string> Folded { get; } = WordPieces.FoldedWordsOf(Words);

    /// <summary>Those of a report, in reading order.</summary>
    public static IReadOnlyList<QuotedPassage> In(LintedReport report)
    {
        if (report.Quotations.Count == 0) return [];
        var asked = report.Quotations.ToLookup(quotation => Convert.ToHexString(quotation.Hash), StringComparer.Ordinal);
        return [.. from text in report.Texts
                   from words in QuotationMarks.In(text.Text.Words)
                   from passage in asked[Convert.ToHexString(QuotedWords.Hash(words))]
                   select new QuotedPassage(text.Text, words, passage)];
    }
}
