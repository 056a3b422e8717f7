using System.Globalization;
using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>Point 3, of the whole: at most two key phrases in a paragraph, and 10 to 35 per cent of the words in bold. The first report has 26 per cent.</summary>
internal sealed class KeyPhrasesInAll : IFormRule
{
    /// <summary>Most key phrases in a paragraph.</summary>
    public const int MostInAParagraph = 2;

    /// <summary>Smallest share of words in bold, in per cent.</summary>
    public const int SmallestShare = 10;

    /// <summary>Largest share.</summary>
    public const int LargestShare = 35;

    // A share of a few sentences says nothing: a draft that has hardly begun is left alone.
    private const int FewestWords = 300;

    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        foreach (var section in ReportForm.Written(report))
            foreach (var block in section.Blocks.Where(block => block.Kind == BlockKind.Paragraph && block.Statements.Sum(one => InlineText.KeyPhrases(one.Text).Count) > MostInAParagraph).OrderBy(block => block.Order))
                yield return new Finding(FindingKind.ManyKeyPhrases, false, section.Id) { BlockId = block.Id };
        var texts = ReportForm.Written(report).SelectMany(ReportForm.Texts).ToList();
        var words = ReportForm.Words(texts);
        if (words < FewestWords) yield break;
        var share = texts.SelectMany(InlineText.KeyPhrases).Sum(StatementRules.WordCount) * 100 / words;
        if (share is < SmallestShare or > LargestShare) yield return new Finding(FindingKind.BoldShare, false, Detail: share.ToString(CultureInfo.InvariantCulture));
    }
}
