using System.Collections.Frozen;

namespace BTech.Record.Reports.Gates;

/// <summary>The twenty points by which a report is as good as the first one, and three more that the Rule asks for, made of what the check found.</summary>
public static class ReportGates
{
    /// <summary>How many points there are for any report; the gates after them are those of the Rule.</summary>
    public const int Points = 20;

    private const int Sentences = 21;
    private const int Versions = 22;
    private const int Lists = 23;

    // One heading and equal sections; people of the list; tables; the same words in each format.
    private static readonly FrozenSet<int> ByConstruction = new[] { 2, 15, 19, 20 }.ToFrozenSet();

    // What is counted. A meeting has nobody to count, nor words to compare its sentences with, and only one version tells of it.
    private static readonly FrozenSet<int> Counted = new[] { 5, 6, 8, 12, 17, 18, Versions, Lists }.ToFrozenSet();

    // What asks for passages, of which a frozen round keeps none.
    private static readonly FrozenSet<int> OfPassages = new[] { 12, 18 }.ToFrozenSet();

    private static readonly FrozenDictionary<FindingKind, int> Of = new Dictionary<FindingKind, int>
    {
        [FindingKind.SectionMissing] = 1,
        [FindingKind.SectionEmpty] = 1,
        [FindingKind.SectionOrder] = 1,
        [FindingKind.KeyPhrase] = 3,
        [FindingKind.ManyKeyPhrases] = 3,
        [FindingKind.BoldShare] = 3,
        [FindingKind.EvidenceMissing] = 4,
        [FindingKind.EvidenceLost] = 4,
        [FindingKind.NotWhatWasSaid] = 4,
        [FindingKind.EvidenceOutsideArea] = 4,
        [FindingKind.BackgroundOnly] = 4,
        [FindingKind.WordingMissing] = 5,
        [FindingKind.WordingTooStrong] = 5,
        [FindingKind.ImportsAlone] = 5,
        [FindingKind.PhraseInText] = 6,
        [FindingKind.SingleVoice] = 6,
        [FindingKind.UnlistedQuantifier] = 6,
        [FindingKind.PhraseNotInText] = 6,
        [FindingKind.PhraseBeyondChoice] = 6,
        [FindingKind.NotedTooOften] = 6,
        [FindingKind.PersonNamed] = 7,
        [FindingKind.OrganisationNamed] = 7,
        [FindingKind.ContactData] = 7,
        [FindingKind.GroupWord] = 8,
        [FindingKind.SpeakersTrait] = 8,
        [FindingKind.AllOrNone] = 8,
        [FindingKind.FewPossibleSpeakers] = 8,
        [FindingKind.GroupsNumberTold] = 8,
        [FindingKind.ParticipationDiffers] = 8,
        [FindingKind.FewKeyPoints] = 9,
        [FindingKind.NoList] = 9,
        [FindingKind.ListForm] = 9,
        [FindingKind.HostLabelMissing] = 10,
        [FindingKind.HostLabelOnPoint] = 10,
        [FindingKind.SectionLength] = 11,
        [FindingKind.SectionsUneven] = 11,
        [FindingKind.OneAreaOnly] = 12,
        [FindingKind.NoCommitment] = 13,
        [FindingKind.NextWindowDiffers] = 13,
        [FindingKind.IntroductionLacks] = 14,
        [FindingKind.Footnote] = 16,
        [FindingKind.ContraryUntold] = 17,
        [FindingKind.OneSide] = 17,
        [FindingKind.CounterViewNotLookedFor] = 17,
        [FindingKind.CounterViewWithoutPassage] = 17,
        [FindingKind.PassagesLeft] = 18,
        [FindingKind.Verbatim] = Sentences,
        [FindingKind.QuotationNotReleased] = Sentences,
        [FindingKind.QuotationMisplaced] = Sentences,
        [FindingKind.Recognised] = Sentences,
        [FindingKind.UniqueRole] = Sentences,
        [FindingKind.Pronoun] = Sentences,
        [FindingKind.DateOrEvent] = Sentences,
        [FindingKind.RareWords] = Sentences,
        [FindingKind.StoredOrder] = Sentences,
        [FindingKind.OfferBesideView] = Sentences,
        [FindingKind.CorrectionNoteMissing] = Versions,
        [FindingKind.PhraseChanged] = Versions,
        [FindingKind.PointAppeared] = Versions,
        [FindingKind.PointVanished] = Versions,
        [FindingKind.ListChanged] = Lists,
        [FindingKind.ListIncomplete] = Lists,
    }.ToFrozenDictionary();

    /// <summary>The gate at which something stands.</summary>
    /// <exception cref="KeyNotFoundException">No gate asks for it: a kind without a gate is a mistake of ours.</exception>
    public static int GateOf(FindingKind kind) => Of[kind];

    /// <summary>Every gate in its order, with what was found at it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">Everything that <see cref="ReportCheck"/> found in it.</param>
    /// <param name="isFrozen">Whether nobody in its round can be counted any more.</param>
    public static IReadOnlyList<Gate> For(SummaryReport report, IReadOnlyCollection<Finding> findings, bool isFrozen)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        var at = findings.ToLookup(finding => GateOf(finding.Kind));
        return [.. Enumerable.Range(1, Lists).Select(number => new Gate(number, StateOf(number, report, [.. at[number]], isFrozen), [.. at[number].OrderByDescending(finding => finding.IsBlocking)]))];
    }

    // What was found counts, whatever else holds.
    private static GateState StateOf(int number, SummaryReport report, IReadOnlyCollection<Finding> found, bool isFrozen)
    {
        if (found.Any(finding => finding.IsOpen)) return GateState.Closed;
        // Asked for or agreed to, it stands there by the second person's word and not because nothing was found.
        if (found.Any(finding => finding.IsBlocking)) return GateState.WithSecondPerson;
        if (found.Count > 0) return GateState.Advice;
        if (ByConstruction.Contains(number)) return GateState.ByConstruction;
        if ((report.IsMeeting && Counted.Contains(number)) || (isFrozen && OfPassages.Contains(number)) || (number == Versions && report.Version == 1)) return GateState.DoesNotApply;
        return GateState.Passed;
    }
}
