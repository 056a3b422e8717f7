using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure;

/// <summary>
/// A report as somebody reads it who knows everybody invited, the seal page and every phrase: for each point, how many may have said it, and of which
/// groups too much follows (design: anonymity, 4.2). A point, or the sentence before a list, that lets a group speak is held against the members of that group alone, whether the group's
/// word was chosen or stands in the sentence. Who is listed as a participant, here or in an earlier round, takes nobody away: to be listed does not mean
/// to have written, nor the other way round. Meetings count nobody. A round without the census of those invited is not looked at.
/// </summary>
/// <remarks>Few statements against the database, and no more for a long report; the rest is <see cref="IntervalAudit"/>, once for each point and list.</remarks>
public sealed class AttackerView
{
    private readonly RecordContext _record;
    private readonly ClaimsLedger _ledger;

    internal AttackerView(RecordContext record, ClaimsLedger ledger) => (_record, _ledger) = (record, ledger);

    /// <summary>The points in reading order, each with how many of those invited may have said it; for the team alone. Nothing where nobody is counted.</summary>
    public async Task<IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)>> OfAsync(SummaryReport report, Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(consultation);
        var census = report.IsMeeting ? [] : await _record.CensusAsync(report.WindowId, cancel);
        if (census.Count == 0) return [];
        var invited = census.Invited();
        var now = await _ledger.NowAsync(report, consultation, cancel);
        return [.. report.Statements().OfType<KeyPoint>().Where(point => now.ContainsKey(point.Id))
            .Select(point => (point, DisclosureControl.ForTeam(IntervalAudit.PossibleSpeakers(invited, now[point.Id].Rungs))))];
    }

    /// <summary>The points that tell too much.</summary>
    internal async Task<IReadOnlyList<Finding>> FindAsync(
        SummaryReport report, Consultation consultation, IReadOnlyDictionary<Guid, ToldPoint> now, ToldAtTheSeal? seal, CancellationToken cancel)
    {
        var census = report.IsMeeting ? [] : await _record.CensusAsync(report.WindowId, cancel);
        if (census.Count == 0) return [];
        var invited = census.Invited();
        var delegations = census.SelectMany(row => new[] { row.Family, row.Label }).Distinct(StringComparer.Ordinal).Select(label => DelegationsQuery.Of(label, census)!).ToList();
        var findings = new List<Finding>();
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            foreach (var block in section.Blocks.OrderBy(block => block.Order))
            {
                var points = block.Statements.OrderBy(one => one.Order).OfType<KeyPoint>().Where(point => now.ContainsKey(point.Id)).ToList();
                // The sentence before a list tells of all its points at once, and no less than a point does.
                if (points.Count > 0 && now[points[0].Id].Opening is { Count: > 0 } opening) findings.AddRange(Told(opening, new Finding(FindingKind.FewPossibleSpeakers, true, section.Id) { BlockId = block.Id }));
                foreach (var point in points) findings.AddRange(Told(now[point.Id].Rungs, new Finding(FindingKind.FewPossibleSpeakers, true, section.Id, point.Id)));
            }
        }
        return findings;

        IEnumerable<Finding> Told(IReadOnlySet<string> rungs, Finding at)
        {
            if (IntervalAudit.PossibleSpeakers(invited, rungs) < IntervalAudit.FewestPossibleSpeakers) yield return at;
            foreach (var label in IntervalAudit.Disclosed(invited, seal?.Contributors ?? Band.TenOrMore, rungs, delegations))
                yield return at with { Kind = FindingKind.GroupsNumberTold, Detail = NameOf(label, consultation, Language.Find(report.Language) ?? Language.English) };
        }
    }

    private static string NameOf(string label, Consultation consultation, Language language) =>
        (consultation.Groups.Find(group => group.Label == label)?.Name ?? consultation.Groups.Find(group => group.Family == label)?.FamilyName)?.In(language).Text ?? label;
}
