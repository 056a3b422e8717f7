using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>What of a sealed window was read and coded, and what is left. Counted in one query whose cost grows with the inputs of the window.</summary>
public sealed class Coverage
{
    private readonly RecordContext _record;

    internal Coverage(RecordContext record) => _record = record;

    /// <summary>Each focus area that has inputs, by number; overall comments last.</summary>
    public async Task<IReadOnlyList<CoveredArea>> OfAreasAsync(Guid windowId, CancellationToken cancel)
    {
        var inputs = _record.Inputs.Where(input => input.WindowId == windowId).Select(input => new
        {
            Area = input.FocusAreaNumber,
            IsSetAside = _record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside),
            IsKept = _record.ReviewDecisions.Any(decision => decision.InputId == input.Id && !decision.IsSetAside),
            IsMasked = _record.Masks.Any(mask => mask.InputId == input.Id),
            Coders = _record.Excerpts.Where(excerpt => excerpt.InputId == input.Id).Select(excerpt => excerpt.CodedBy).Distinct().Count(),
            // A second coder who gave nothing but what stood there has read it all the same.
            IsReadTwice = _record.SampledInputs.Any(sampled => sampled.InputId == input.Id && sampled.IsDone),
        });
        var rows = await inputs.GroupBy(input => input.Area).Select(area => new
        {
            Area = area.Key,
            Inputs = area.Count(input => !input.IsSetAside),
            Unread = area.Count(input => !input.IsSetAside && !input.IsKept),
            Kept = area.Count(input => input.IsKept),
            Masked = area.Count(input => !input.IsSetAside && input.IsMasked),
            SetAside = area.Count(input => input.IsSetAside),
            Uncoded = area.Count(input => !input.IsSetAside && input.Coders == 0),
            Once = area.Count(input => !input.IsSetAside && input.Coders == 1 && !input.IsReadTwice),
            Twice = area.Count(input => !input.IsSetAside && (input.Coders > 1 || (input.Coders == 1 && input.IsReadTwice))),
        }).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Area ?? int.MaxValue).Select(row => new CoveredArea(
            row.Area, DisclosureControl.ForTeam(row.Inputs), DisclosureControl.ForTeam(row.Unread), DisclosureControl.ForTeam(row.Kept), DisclosureControl.ForTeam(row.Masked),
            DisclosureControl.ForTeam(row.SetAside), DisclosureControl.ForTeam(row.Uncoded), DisclosureControl.ForTeam(row.Once), DisclosureControl.ForTeam(row.Twice)))];
    }

    /// <summary>All areas of a window together.</summary>
    public static CoveredArea Together(IReadOnlyCollection<CoveredArea> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        TeamCount Sum(Func<CoveredArea, TeamCount> part) => DisclosureControl.ForTeam(areas.Sum(area => part(area).Number));
        return new CoveredArea(
            null, Sum(area => area.Inputs), Sum(area => area.Unread), Sum(area => area.Kept), Sum(area => area.Masked), Sum(area => area.SetAside), Sum(area => area.Uncoded),
            Sum(area => area.CodedOnce), Sum(area => area.CodedTwice));
    }
}
