using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>What a second person can let stand, and what nobody can. This is the only place that decides it; what is not named here can only be mended.</summary>
public static class LiftRule
{
    // For all participants, in the plural. A tension needs two voices on either side, and a group its own numbers: reasons do not make them.
    private static readonly HashSet<string> ForAll =
    [
        AttributionLadder.AFew, AttributionLadder.Noted, AttributionLadder.Some, AttributionLadder.ANumber, AttributionLadder.Many, AttributionLadder.CommonThread, AttributionLadder.Support,
        AttributionLadder.BroadAgreement,
    ];

    /// <summary>Whether findings of a kind can be lifted.</summary>
    /// <remarks>
    /// <para>A person who knows the field sees what a list of words cannot: that a role is held by many, that a word means no speaker, that nobody is told
    /// by "they said". So what sentences give away can be lifted, single voices too, a point of one or two that comes or goes between versions, and a sentence by
    /// which somebody said in the participants' check that they could be recognised.</para>
    /// <para>Never lifted: names, organisations and contact data, which are no matter of opinion; words of a contribution, in quotation marks or not, because only their author may
    /// allow them; all or none of those who may have spoken, because then each of them did, and how many a sentence means is not counted; a phrase
    /// that changed between versions, because the difference tells of one or two whatever the reason; and what is a matter of form, of evidence
    /// or of sections, because it can be mended.</para>
    /// <para>Phrases that claim more than the numbers are asked about one by one: <see cref="MayBeClaimed"/>.</para>
    /// </remarks>
    public static bool MayBeLifted(FindingKind kind) => kind is
        FindingKind.SingleVoice or FindingKind.WordingTooStrong or FindingKind.PhraseInText or FindingKind.PhraseBeyondChoice or FindingKind.UnlistedQuantifier
        or FindingKind.UniqueRole or FindingKind.GroupWord or FindingKind.SpeakersTrait or FindingKind.Pronoun or FindingKind.OfferBesideView
        or FindingKind.PointAppeared or FindingKind.PointVanished or FindingKind.Recognised;

    /// <summary>Whether a finding of this kind says of a speaker what "one participant" never bears: a group, a region, a gender, a language, a role.</summary>
    internal static bool TellsOfTheSpeaker(FindingKind kind) => kind is FindingKind.UniqueRole or FindingKind.GroupWord or FindingKind.SpeakersTrait or FindingKind.Pronoun;

    /// <summary>
    /// Whether a second person may let a point claim more than its numbers: a phrase about all participants where at least two stand behind the point.
    /// Never "one participant", which is exact; never a group's word; never where imported texts stand alone, nor in a frozen round, where nobody is counted any more.
    /// </summary>
    /// <param name="rung">Key of the rung that is claimed.</param>
    /// <param name="backing">What stands behind the place; nothing where nobody does or can be counted.</param>
    public static bool MayBeClaimed(string rung, PointBacking? backing) => ForAll.Contains(rung) && backing is { Kept: > 0, Backing.Contributors: >= 2 };

    /// <summary>The phrases beyond those that hold which may be asked for, the strongest claim first.</summary>
    public static IReadOnlyList<Rung> Beyond(PointBacking backing)
    {
        ArgumentNullException.ThrowIfNull(backing);
        return [.. AttributionLadder.Among(ForAll).Where(rung => MayBeClaimed(rung.Key, backing) && !AttributionLadder.Holds(rung.Key, backing.Backing))];
    }
}
