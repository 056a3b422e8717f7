using System.Globalization;
using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>Says of each finding whether it can be lifted, what a lifting is bound to, and what became of it.</summary>
/// <param name="report">The report that was checked.</param>
/// <param name="backings">What stands behind its key points and lists now; nothing in a frozen round.</param>
/// <param name="final">For a frozen round: the phrases that each key point may use for good.</param>
/// <param name="asked">What was asked for this version.</param>
internal sealed class LiftMarks(SummaryReport report, IReadOnlyDictionary<Guid, PointBacking> backings, IReadOnlyDictionary<Guid, IReadOnlySet<string>>? final, IEnumerable<Lifting> asked)
{
    private readonly Language _language = Language.Find(report.Language) ?? Language.English;
    private readonly Dictionary<Guid, Block> _blocks = report.Sections.SelectMany(section => section.Blocks).ToDictionary(block => block.Id);
    private readonly Dictionary<Guid, Statement> _statements = report.Statements().ToDictionary(statement => statement.Id);
    private readonly Dictionary<LiftKey, Lifting> _asked = asked.ToDictionary(lifting => lifting.Key());

    /// <summary>What a lifting is bound to by which a key point opens with a phrase beyond its numbers.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="introduction">The sentence before its list; nothing where it stands in none.</param>
    /// <param name="text">The point.</param>
    /// <param name="attribution">The phrase.</param>
    /// <param name="evidence">What it rests on.</param>
    /// <param name="backing">Who stands behind that.</param>
    public static LiftKey OfWording(Section section, string? introduction, string text, string attribution, IEnumerable<Evidence> evidence, PointBacking backing)
    {
        ArgumentNullException.ThrowIfNull(backing);
        return Key(FindingKind.WordingTooStrong, section, introduction, text, null, attribution, attribution, backing.Offered.Select(rung => rung.Key), evidence);
    }

    /// <summary>The finding with its mark.</summary>
    public Finding On(Finding finding)
    {
        var statement = finding.StatementId is { } id ? _statements.GetValueOrDefault(id) : null;
        var place = new Place(finding, statement, (statement?.BlockId ?? finding.BlockId) is { } block ? _blocks.GetValueOrDefault(block) : null);
        if (!finding.IsBlocking || !MayBeLifted(place)) return finding;
        var key = KeyOf(place);
        return finding with { Lift = key, Lifting = _asked.GetValueOrDefault(key) };
    }

    private bool MayBeLifted(Place place) => LiftRule.MayBeLifted(place.Finding.Kind)
        && (place.Finding.Kind is not (FindingKind.WordingTooStrong or FindingKind.PhraseInText) || LiftRule.MayBeClaimed(place.Claim, place.Counted is { } id ? backings.GetValueOrDefault(id) : null))
        && !(LiftRule.TellsOfTheSpeaker(place.Finding.Kind) && IsOfOne(place));

    private bool IsOfOne(Place place) => place.Claim == AttributionLadder.One || place.Points.Any(point => point.Attribution == AttributionLadder.One)
        || place.Texts.Any(text => ScalePhrases.In(InlineText.Plain(text), _language).Any(found => found.Rungs.Contains(AttributionLadder.One)));

    private LiftKey KeyOf(Place place)
    {
        var finding = place.Finding;
        if (finding.Kind == FindingKind.PointVanished) return LiftKey.Of(finding.Kind, finding.Detail, finding.LineageId?.ToString());
        // Where the sentence says what was chosen, and that is too much, the two are one question.
        var isOfTheChoice = finding.Kind == FindingKind.PhraseInText && place.Point?.Attribution is { } chosen && AttributionLadder.Told(chosen) == AttributionLadder.Told(place.Claim);
        var section = report.Sections.Find(one => one.Id == finding.SectionId);
        return isOfTheChoice || (finding.Kind == FindingKind.WordingTooStrong && place.Point is not null)
            ? Key(FindingKind.WordingTooStrong, section, place.Introduction, place.Point!.Text, null, place.Point.Attribution, place.Point.Attribution, PhrasesThatHold(place), place.Evidence)
            : Key(finding.Kind, section, place.Introduction, finding.Sentence ?? place.Point?.Text, finding.Detail, finding.Claim, place.Point?.Attribution, PhrasesThatHold(place), place.Evidence);
    }

    private IEnumerable<string> PhrasesThatHold(Place place) =>
        place.Counted is not { } id ? [] : backings.TryGetValue(id, out var backing) ? backing.Offered.Select(rung => rung.Key) : final?.GetValueOrDefault(id) ?? Enumerable.Empty<string>();

    private static LiftKey Key(
        FindingKind kind, Section? section, string? introduction, string? words, string? detail, string? claim, string? attribution, IEnumerable<string> phrases, IEnumerable<Evidence> evidence) => LiftKey.Of(kind,
    [
        words, introduction, detail, section?.Kind.ToString(), section?.FocusAreaNumber?.ToString(CultureInfo.InvariantCulture), claim, attribution, string.Join(' ', phrases.Order(StringComparer.Ordinal)),
        .. evidence.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.ExcerptId} {(int)one.Weight}")).Order(StringComparer.Ordinal),
    ]);

    /// <summary>A finding with what it stands in.</summary>
    private sealed record Place(Finding Finding, Statement? Statement, Block? Block)
    {
        public string Claim => Finding.Claim ?? "";

        public KeyPoint? Point => Statement as KeyPoint;

        /// <summary>The sentence before the list in which the statement stands.</summary>
        public string? Introduction => Statement is null ? null : Block?.Introduction;

        /// <summary>What is counted for it: the point, or the list that it introduces.</summary>
        public Guid? Counted => Point?.Id ?? (Statement is null ? Block?.Id : null);

        /// <summary>The point; of a sentence before a list all that follow it, because it is said of them.</summary>
        public IEnumerable<KeyPoint> Points => Point is { } point ? [point] : Statement is null ? Block?.Statements.OfType<KeyPoint>() ?? [] : [];

        /// <summary>What a reader takes together: a sentence before a list and what follows it.</summary>
        public IEnumerable<string> Texts => new[] { Statement?.Text ?? Finding.Sentence ?? "", Block?.Introduction ?? "" }.Concat(Points.Select(point => point.Text));

        public IEnumerable<Evidence> Evidence => Points.SelectMany(point => point.Evidence);
    }
}
