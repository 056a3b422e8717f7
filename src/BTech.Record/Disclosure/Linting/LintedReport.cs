using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Words;

namespace BTech.Record.Disclosure.Linting;

/// <summary>A report as the rules read it, with what they compare it with: made for one check and forgotten after it.</summary>
internal sealed class LintedReport
{
    public LintedReport(SummaryReport report, Consultation consultation, LintSources sources, IReadOnlyList<WrittenText> written, SupportedClaims claims)
    {
        (Report, Consultation, Sources, Written, Claims) = (report, consultation, sources, written, claims);
        Language = Language.Find(report.Language) ?? Language.English;
        Vocabulary = new LintVocabulary(Language, consultation);
        // What the product itself prints about the words of the scale uses all of them, and it may say in bands how many wrote.
        var own = WordingScale.In(Language).Concat(Enum.GetValues<Band>().Select(band => Phrases.In(Language, "Participation." + band))).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, text) in report.Everything().Where(one => one.Place.Statement is not Fact || !own.Contains(one.Text)))
        {
            var plain = InlineText.Plain(text);
            Texts.Add((new LintedSentence(place, plain), text));
            Sentences.AddRange(BTech.Languages.Sentences.Of(plain).Select(one => new LintedSentence(place, CodePoints.Slice(plain, one.Start, one.End))));
        }
    }

    public SummaryReport Report { get; }

    public Consultation Consultation { get; }

    public LintSources Sources { get; }

    /// <summary>What contributors wrote.</summary>
    public IReadOnlyList<WrittenText> Written { get; }

    /// <summary>What the numbers behind the points allow.</summary>
    public SupportedClaims Claims { get; }

    public Language Language { get; }

    public LintVocabulary Vocabulary { get; }

    /// <summary>Whole texts, for what goes over the end of a sentence, and each with its markup.</summary>
    public List<(LintedSentence Text, string Inline)> Texts { get; } = [];

    /// <summary>Their sentences.</summary>
    public List<LintedSentence> Sentences { get; } = [];

    /// <summary>Whether a text is copied from the team's lists, which are public material by nature and have their own release.</summary>
    public static bool IsFromLists(LintedSentence sentence) => sentence.Place.Section?.Kind == SectionKind.Resources;
}

/// <summary>A text of the round that somebody wrote. It prints as nothing of it.</summary>
/// <param name="InputId">Its input.</param>
/// <param name="Text">All its words, hidden ones too.</param>
/// <param name="Readable">What the team may read of it; nothing where it is set aside.</param>
internal sealed record WrittenText(Guid InputId, string Text, string? Readable)
{
    public override string ToString() => nameof(WrittenText);
}
