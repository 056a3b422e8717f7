using System.Globalization;
using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>Says of each finding whether it can be lifted, what a lifting is bound to, and what became of it.</summary>
/// <param name="report">The report that was checked.</param>
/// <param name="backings">What stands behind its key points and lists now; nothing in a frozen round.</param>
/// <param name="asked">What was asked for this version.</param>
internal sealed class LiftMarks(SummaryReport report, IReadOnlyDictionary<Guid, PointBacking> backings, IEnumerable<Lifting> asked)
{
    private readonly Language _language = Language.Find(report.Language) ?? Language.English;
    private readonly Dictionary<Guid, KeyPoint> _points = report.Statements().OfType<KeyPoint>().ToDictionary(point => point.Id);
    private readonly Dictionary<LiftKey, Lifting> _asked = asked.ToDictionary(lifting => lifting.Key());

    /// <summary>What a lifting is bound to by which a key point opens with a phrase beyond its numbers.</summary>
    public static LiftKey OfWording(Section section, string text, string attribution, IEnumerable<Evidence> evidence) => Key(FindingKind.WordingTooStrong, section, text, null, attribution, evidence);

    /// <summary>The finding with its mark.</summary>
    public Finding On(Finding finding)
    {
        var place = new Place(finding, finding.StatementId is { } statement ? _points.GetValueOrDefault(statement) : null,
            finding is { BlockId: { } block, StatementId: null } ? report.Sections.SelectMany(section => section.Blocks).FirstOrDefault(one => one.Id == block) : null);
        if (!finding.IsBlocking || !MayBeLifted(place)) return finding;
        var key = KeyOf(place);
        return finding with { Lift = key, Lifting = _asked.GetValueOrDefault(key) };
    }

    private bool MayBeLifted(Place place) => LiftRule.MayBeLifted(place.Finding.Kind)
        && (place.Finding.Kind is not (FindingKind.WordingTooStrong or FindingKind.PhraseInText)
            || LiftRule.MayBeClaimed(place.Claim, (place.Point?.Id ?? place.List?.Id) is { } id ? backings.GetValueOrDefault(id) : null))
        && !(LiftRule.TellsOfTheSpeaker(place.Finding.Kind) && IsOfOne(place));

    private bool IsOfOne(Place place) => place.Claim == AttributionLadder.One || place.Point?.Attribution == AttributionLadder.One
        || ScalePhrases.In(place.Point is { } point ? InlineText.Plain(point.Text) : place.Finding.Sentence ?? "", _language).Any(found => found.Rungs.Contains(AttributionLadder.One));

    private LiftKey KeyOf(Place place)
    {
        var finding = place.Finding;
        if (finding.Kind == FindingKind.PointVanished) return LiftKey.Of(finding.Kind, finding.Detail, finding.LineageId?.ToString());
        // Where the sentence says what was chosen, and that is too much, the two are one question.
        var isOfTheChoice = finding.Kind == FindingKind.PhraseInText && place.Point?.Attribution is { } chosen && AttributionLadder.Told(chosen) == AttributionLadder.Told(place.Claim);
        var section = report.Sections.Find(one => one.Id == finding.SectionId);
        return isOfTheChoice
            ? Key(FindingKind.WordingTooStrong, section, place.Point!.Text, null, place.Point.Attribution, place.Evidence)
            : Key(finding.Kind, section, finding.Sentence ?? place.Point?.Text, finding.Detail, place.Point?.Attribution, place.Evidence);
    }

    private static LiftKey Key(FindingKind kind, Section? section, string? words, string? detail, string? attribution, IEnumerable<Evidence> evidence) => LiftKey.Of(kind,
    [
        words, detail, section?.Kind.ToString(), section?.FocusAreaNumber?.ToString(CultureInfo.InvariantCulture), attribution,
        .. evidence.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.ExcerptId} {(int)one.Weight}")).Order(StringComparer.Ordinal),
    ]);

    /// <summary>A finding with what it stands in.</summary>
    private sealed record Place(Finding Finding, KeyPoint? Point, Block? List)
    {
        public string Claim => Finding.Claim ?? "";

        public IEnumerable<Evidence> Evidence => Point?.Evidence ?? List?.Statements.OfType<KeyPoint>().SelectMany(point => point.Evidence) ?? [];
    }
}
