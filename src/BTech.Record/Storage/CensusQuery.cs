using BTech.Record.Disclosure;
using BTech.Record.Sealing;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Who was invited to a window, group by group, as the census at the seal has it. None where there was no census.</summary>
internal static class CensusQuery
{
    public static Task<List<GroupCensusRow>> CensusAsync(this RecordContext record, Guid windowId, CancellationToken cancel) =>
        record.Set<GroupCensusRow>().AsNoTracking().Where(row => row.WindowId == windowId).OrderBy(row => row.Label).ToListAsync(cancel);

    /// <summary>The same for the attacker's arithmetic.</summary>
    public static List<InvitedGroup> Invited(this List<GroupCensusRow> census) => census.ConvertAll(row => new InvitedGroup(row.Label, row.Family, row.Invited, row.LargestDelegation));
}
