using BTech.Record.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The frozen figures of the census, for those labels that contributors of the window really carry.</summary>
internal static class DelegationsQuery
{
    public static async Task<IReadOnlyCollection<Delegations>> DelegationsAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var published = await record.Contributors.Where(contributor => contributor.WindowId == windowId && contributor.GroupLabel != null)
            .Select(contributor => contributor.GroupLabel!).Distinct().ToListAsync(cancel);
        var figures = await record.CensusAsync(windowId, cancel);
        return [.. published.Select(label => Of(label, figures)).OfType<Delegations>()];
    }

    /// <summary>The two largest delegations of a whole window, whatever their groups; 0 where nobody was counted.</summary>
    public static async Task<(int Largest, int Second)> LargestDelegationsAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var figures = await record.CensusAsync(windowId, cancel);
        // The figures of a family stand in the rows of all its groups, and are never smaller than these.
        var delegations = figures.GroupBy(row => row.Family).SelectMany(family => new[] { family.Max(row => row.FamilyLargestDelegation), family.Max(row => row.FamilySecondDelegation) }).OrderDescending().ToList();
        return (delegations.FirstOrDefault(), delegations.ElementAtOrDefault(1));
    }

    /// <summary>The figures of one label. One that is both a family's and one of its groups' is judged as the family, whose delegations are never smaller.</summary>
    public static Delegations? Of(string label, List<GroupCensusRow> figures) =>
        figures.Find(row => row.Family == label) is { } family ? new Delegations(label, family.FamilyLargestDelegation, family.FamilySecondDelegation)
        : figures.Find(row => row.Label == label) is { } group ? new Delegations(label, group.LargestDelegation, group.SecondDelegation)
        : null;
}
