using BTech.Record.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Labels and languages of a sealed window's contributors, ready to decide what may be told of them.</summary>
internal static class SpeakersQuery
{
    public static async Task<NamedLanguages> NamedLanguagesAsync(this RecordContext record, Guid windowId, IReadOnlyCollection<Delegations> delegations, CancellationToken cancel)
    {
        var rows = await (
            from input in record.KeptInputs(windowId)
            join contributor in record.Contributors on input.ContributorId equals contributor.Id
            select new { contributor.Id, contributor.GroupLabel, input.Language }).Distinct().ToListAsync(cancel);
        var smallest = await record.Set<WindowStateRow>().Where(window => window.WindowId == windowId).Select(window => window.SmallestGroup).SingleOrDefaultAsync(cancel);
        return NamedLanguages.Of(
            [.. rows.GroupBy(row => row.Id).Select(contributor => new Speaker(contributor.First().GroupLabel, [.. contributor.Select(row => row.Language)]))],
            delegations, smallest);
    }
}
