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

    // A family's delegations are not known exactly, because one organisation may sit in several of its groups; the sums are
    // never too small, so that a word is rather refused than allowed wrongly.
    private static Delegations? Of(string label, List<GroupCensusRow> figures)
    {
        var rows = figures.Where(row => row.Family == label).ToList();
        if (rows.Count == 0) rows = [.. figures.Where(row => row.Label == label)];
        return rows.Count == 0 ? null : new Delegations(label, rows.Sum(row => row.LargestDelegation), rows.Sum(row => row.SecondDelegation));
    }
}
