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
        var figures = await record.Set<GroupCensusRow>().AsNoTracking().Where(row => row.WindowId == windowId).ToListAsync(cancel);
        return [.. published.Select(label => Of(label, figures)).OfType<Delegations>()];
    }

    /// <summary>The figures of one label. One that is both a family's and one of its groups' is judged as the family, whose delegations are never smaller.</summary>
    public static Delegations? Of(string label, List<GroupCensusRow> figures) =>
        figures.Find(row => row.Family == label) is { } family ? new Delegations(label, family.FamilyLargestDelegation, family.FamilySecondDelegation)
        : figures.Find(row => row.Label == label) is { } group ? new Delegations(label, group.LargestDelegation, group.SecondDelegation)
        : null;
}
