using BTech.Agenda.Consultations;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure;

/// <summary>
/// What the public is told of the evidence behind each key point, in bands (design: anonymity, 4.3b; docs/adr/0019). How many: what the phrase says at the
/// least, and nothing else, so that the band adds nothing to the sentence. Several groups: where at least two groups' words could have stood in the sentence
/// under every rule for them. Other views: where at least two say otherwise. Whatever is not told looks alike, whether there is nothing or too little.
/// </summary>
public sealed class EvidenceBands
{
    private readonly RecordContext _record;
    private readonly Backings _backings;
    private readonly ClaimsLedger _ledger;

    internal EvidenceBands(RecordContext record, Backings backings, ClaimsLedger ledger) => (_record, _backings, _ledger) = (record, backings, ledger);

    /// <summary>The bands of a version that is not public yet, by the id of the key point, as they would be published now. None for a meeting, where nobody is counted.</summary>
    public async Task<IReadOnlyDictionary<Guid, ToldBands>> OfAsync(SummaryReport report, Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(consultation);
        if (report.IsMeeting) return new Dictionary<Guid, ToldBands>();
        var now = await _ledger.NowAsync(report, consultation, cancel);
        var before = await _ledger.BeforeAsync(report, consultation, [.. now.Values], cancel);
        var backings = await _backings.OfAsync(report, cancel);
        var invited = (await _record.CensusAsync(report.WindowId, cancel)).Invited();
        var told = (await _record.ToldAtTheSealAsync(report.WindowId, cancel))?.Contributors ?? Band.TenOrMore;
        return report.Statements().OfType<KeyPoint>().ToDictionary(point => point.Id, point =>
            now.TryGetValue(point.Id, out var tells) ? Of(tells, before.KeptBands(tells), backings.GetValueOrDefault(point.Id)?.Backing, invited, told) : ToldBands.Nothing);
    }

    /// <summary>The bands of one point.</summary>
    /// <param name="tells">What its sentence tells.</param>
    /// <param name="kept">What was told of it before, as long as fewer than three have changed since.</param>
    /// <param name="backing">Who stands behind it; nothing where nobody can be counted any more.</param>
    /// <param name="invited">Who was invited, group by group.</param>
    /// <param name="told">The band of the seal page.</param>
    internal static ToldBands Of(ToldPoint tells, ToldBands? kept, Backing? backing, IReadOnlyList<InvitedGroup> invited, Band told)
    {
        var participants = DisclosureControl.ForPublic(tells.Rungs.Max(AttributionLadder.Fewest));
        // One voice, or a number that no phrase gives: nothing beside it may be narrower.
        if (participants.Band is Band.None || tells.Rungs.Contains(AttributionLadder.One)) return ToldBands.Nothing;
        return new ToldBands(participants,
            tells.Rungs.Contains(AttributionLadder.CommonThread) || (kept?.AreOfSeveralGroups ?? (participants.Band >= Band.FiveToNine && backing is not null && MayTellOfSeveral(tells, backing, invited, told))),
            tells.Rungs.Contains(AttributionLadder.Tension) || (kept?.HaveOtherViews ?? (backing is not null && DisclosureControl.ForPublic(backing.Contrary).Band is not Band.None)));
    }

    /// <summary>Whether two groups or more may each speak here, and the attacker's arithmetic finds nothing though all of them were named.</summary>
    private static bool MayTellOfSeveral(ToldPoint tells, Backing backing, IReadOnlyList<InvitedGroup> invited, Band told)
    {
        // A sentence that names its group says itself of which.
        if (invited.Count == 0 || tells.Rungs.Any(rung => AttributionLadder.GroupOf(rung) is not null)) return false;
        var speaking = backing.Delegations.Where(one => DisclosureControl.MaySpeak(one, backing.SpeakingAsGroup.GetValueOrDefault(one.Label))).ToList();
        if (speaking.Count < 2) return false;
        var named = tells.Rungs.Concat(speaking.Select(one => AttributionLadder.GroupPrefix + one.Label)).ToHashSet(StringComparer.Ordinal);
        return IntervalAudit.PossibleSpeakers(invited, named) >= IntervalAudit.FewestPossibleSpeakers && IntervalAudit.Disclosed(invited, told, named, backing.Delegations).Count == 0;
    }
}
