using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure;

/// <summary>
/// A report as somebody reads it who knows everybody invited, the seal page and every phrase: for each point, how many may have said it, and of which
/// groups too much follows. Meetings count nobody. A round without the census of those invited is not looked at.
/// </summary>
public sealed class AttackerView
{
    private readonly RecordContext _record;
    private readonly ClaimsLedger _ledger;

    internal AttackerView(RecordContext record, ClaimsLedger ledger) => (_record, _ledger) = (record, ledger);

    /// <summary>The points in reading order, each with how many of those invited may have said it; for the team alone. Nothing where nobody is counted.</summary>
    public async Task<IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)>> OfAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (invited, _, _) = await KnownAsync(report, cancel);
        if (invited.Count == 0) return [];
        var now = await _ledger.NowAsync(report, cancel);
        return [.. report.Statements().OfType<KeyPoint>().Where(point => now.ContainsKey(point.Id))
            .Select(point => (point, DisclosureControl.ForTeam(IntervalAudit.PossibleSpeakers(invited, now[point.Id].Rungs))))];
    }

    /// <summary>The points that tell too much.</summary>
    internal async Task<IReadOnlyList<Finding>> FindAsync(SummaryReport report, Consultation consultation, IReadOnlyDictionary<Guid, ToldPoint> now, CancellationToken cancel)
    {
        var (invited, told, delegations) = await KnownAsync(report, cancel);
        if (invited.Count == 0) return [];
        var findings = new List<Finding>();
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            foreach (var point in section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(one => one.Order)).OfType<KeyPoint>().Where(point => now.ContainsKey(point.Id)))
            {
                var rungs = now[point.Id].Rungs;
                if (IntervalAudit.PossibleSpeakers(invited, rungs) < IntervalAudit.FewestPossibleSpeakers) findings.Add(new Finding(FindingKind.FewPossibleSpeakers, true, section.Id, point.Id));
                findings.AddRange(IntervalAudit.Disclosed(invited, told, rungs, delegations)
                    .Select(label => new Finding(FindingKind.GroupsNumberTold, true, section.Id, point.Id, NameOf(label, consultation, Language.Find(report.Language) ?? Language.English))));
            }
        }
        return findings;
    }

    private static string NameOf(string label, Consultation consultation, Language language) =>
        (consultation.Groups.Find(group => group.Label == label)?.Name ?? consultation.Groups.Find(group => group.Family == label)?.FamilyName)?.In(language).Text ?? label;

    private async Task<(IReadOnlyList<InvitedGroup> Invited, Band Told, IReadOnlyCollection<Delegations> Delegations)> KnownAsync(SummaryReport report, CancellationToken cancel)
    {
        var rows = report.IsMeeting ? [] : await _record.Set<GroupCensusRow>().AsNoTracking().Where(row => row.WindowId == report.WindowId).OrderBy(row => row.Label).ToListAsync(cancel);
        var band = await _record.Set<SealPageRow>().AsNoTracking().Where(page => page.WindowId == report.WindowId).Select(page => page.ContributorsBand).SingleOrDefaultAsync(cancel);
        return ([.. rows.Select(row => new InvitedGroup(row.Label, row.Family, row.Invited, row.LargestDelegation))], band is null ? Band.TenOrMore : DisclosureControl.AsTold(band).Band,
            [.. rows.SelectMany(row => new[] { row.Family, row.Label }).Distinct(StringComparer.Ordinal).Select(label => DelegationsQuery.Of(label, rows)!)]);
    }
}
