using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Quotations;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting;

/// <summary>A report as the rules read it, with what they compare it with: made for one check and forgotten after it.</summary>
internal sealed class LintedReport
{
    public LintedReport(SummaryReport report, Consultation consultation, LintSources sources, IReadOnlyList<WrittenText> written, SupportedClaims claims)
    {
        (Report, Consultation, Sources, Written, Claims) = (report, consultation, sources, written, claims);
        Language = Language.Find(report.Language) ?? Language.English;
        Vocabulary = LintVocabulary.Of(Language, consultation);
        var own = ProductSentences.In(Language);
        foreach (var (place, text) in report.Everything().Where(one => one.Place.Section?.Kind != SectionKind.DisclosureDecisions && (one.Place.Statement is not Fact || !own.Contains(one.Text))))
        {
            var plain = InlineText.Plain(text);
            Texts.Add((new LintedText(place, plain), text));
            Sentences.AddRange(BTech.Languages.Sentences.TextsOf(plain).Select(sentence => new LintedText(place, sentence)));
        }
    }

    public SummaryReport Report { get; }

    public Consultation Consultation { get; }

    public LintSources Sources { get; }

    /// <summary>What contributors wrote.</summary>
    public IReadOnlyList<WrittenText> Written { get; }

    /// <summary>The passages that the team asked for in this round.</summary>
    public IReadOnlyList<HeldQuotation> Quotations { get; init; } = [];

    /// <summary>What the numbers behind the points allow.</summary>
    public SupportedClaims Claims { get; }

    public Language Language { get; }

    public LintVocabulary Vocabulary { get; }

    /// <summary>Whole texts, for what goes over the end of a sentence, and each with its markup.</summary>
    public List<(LintedText Text, string Inline)> Texts { get; } = [];

    /// <summary>Their sentences.</summary>
    public List<LintedText> Sentences { get; } = [];

    /// <summary>The sentences that somebody wrote for this report, without those of the lists.</summary>
    public IEnumerable<LintedText> OwnSentences => Sentences.Where(sentence => !sentence.IsFromLists);
}
