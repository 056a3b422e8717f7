using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Reports.Passages;
using BTech.Record.Words;

namespace BTech.Record.Reports;

/// <summary>What the product itself says in a report of its words and numbers: it explains all phrases of the scale, and may say in bands how many wrote, and of their points which share is told.</summary>
internal static class ProductSentences
{
    /// <summary>These facts in a language, as they stand in a report. Inline text.</summary>
    public static HashSet<string> In(Language language) =>
        WordingScale.In(language).Concat(Enum.GetValues<Band>().Select(band => Phrases.In(language, "Participation." + band)))
            .Concat(CarriedShare.Sentences(language)).Append(Phrases.In(language, "Participation.OnFile")).ToHashSet(StringComparer.Ordinal);

    /// <summary>The same with what introduces them.</summary>
    public static HashSet<string> WithIntroductions(Language language) => [.. In(language), Phrases.In(language, "Participation.Bands"), Phrases.In(language, "HowToRead.Scale"), Phrases.In(language, "HowToRead.Quotations")];
}
