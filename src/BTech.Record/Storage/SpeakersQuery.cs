using BTech.Record.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Labels and languages of a sealed window's contributors, ready to decide what may be told of them.</summary>
internal static class SpeakersQuery
{
    public static async Task<NamedLanguages> NamedLanguagesAsync(this RecordContext record, Guid windowId, IReadOnlyCollection<Delegations> delegations, CancellationToken cancel)
    {
        var (speakers, smallest) = await record.SpeakersAsync(windowId, cancel);
        return NamedLanguages.Of(speakers, delegations, smallest);
    }

    /// <summary>What of groups and languages may stand beside single texts.</summary>
    public static async Task<(NamedLanguages Languages, NamedGroups Groups)> NamedPartsAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var delegations = await record.DelegationsAsync(windowId, cancel);
        var (speakers, smallest) = await record.SpeakersAsync(windowId, cancel);
        return (NamedLanguages.Of(speakers, delegations, smallest), NamedGroups.Of(speakers, delegations, smallest));
    }

    /// <summary>k: the smallest number of a window's contributors that may share a label.</summary>
    public static Task<int> SmallestGroupAsync(this RecordContext record, Guid windowId, CancellationToken cancel) =>
        record.Set<WindowStateRow>().Where(window => window.WindowId == windowId).Select(window => window.SmallestGroup).SingleOrDefaultAsync(cancel);

    private static async Task<(IReadOnlyCollection<Speaker> Speakers, int Smallest)> SpeakersAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var rows = await (
            from input in record.KeptInputs(windowId)
            join contributor in record.Contributors on input.ContributorId equals contributor.Id
            select new { contributor.Id, contributor.GroupLabel, input.Language }).Distinct().ToListAsync(cancel);
        var smallest = await record.SmallestGroupAsync(windowId, cancel);
        return ([.. rows.GroupBy(row => row.Id).Select(contributor => new Speaker(contributor.First().GroupLabel, [.. contributor.Select(row => row.Language)]))], smallest);
    }
}
