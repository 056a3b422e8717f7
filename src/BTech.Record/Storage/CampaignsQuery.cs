using BTech.Record.Inputs;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Confirmed groups of alike texts, for whoever counts.</summary>
internal static class CampaignsQuery
{
    /// <summary>A campaign by each kept input that belongs to it; its label is the one that all its senders have, if they do.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Campaign>> CampaignsAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var rows = await (
            from text in record.AlikeTexts.AsNoTracking()
            join input in record.KeptInputs(windowId) on text.InputId equals input.Id
            join contributor in record.Contributors on input.ContributorId equals contributor.Id
            where !text.IsOut && record.AlikeGroups.Any(one => one.Id == text.GroupId && one.IsOneText)
            select new { text.GroupId, text.InputId, contributor.GroupLabel }).ToListAsync(cancel);
        return rows.GroupBy(row => row.GroupId).Select(group => (Campaign: new Campaign(group.Key, group.Select(row => row.GroupLabel).Distinct().ToList() is [var label] ? label : null), Rows: group))
            .SelectMany(group => group.Rows.Select(row => (row.InputId, group.Campaign))).ToDictionary(row => row.InputId, row => row.Campaign);
    }

    /// <summary>A campaign.</summary>
    /// <param name="Id">The group of alike texts.</param>
    /// <param name="Label">The label of all its senders, if they have one in common.</param>
    public sealed record Campaign(Guid Id, string? Label);
}
