using BTech.Record.Inputs;
using BTech.Record.Quotations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Which passages may be quoted at all, whatever their authors answer: one place for the question, the page of the author and the check of a report.</summary>
internal static class QuotableQuery
{
    /// <summary>Fewest contributors of a round whose report quotes anybody (docs/anonymity.md, Quotations).</summary>
    public const int FewestContributors = 20;

    /// <summary>
    /// The questions about texts of a window that are kept, not withdrawn, whose author is willing, and of which nothing is hidden by now.
    /// </summary>
    public static IQueryable<Quotation> Quotable(this RecordContext record, Guid windowId) => record.Quotations.AsNoTracking().Where(quotation =>
        record.KeptInputs(windowId).Any(input => input.Id == quotation.InputId && input.Permission == QuotingPermission.MayBeAsked)
        && !record.Masks.Any(mask => mask.InputId == quotation.InputId && mask.Start < quotation.End && mask.End > quotation.Start));

    /// <summary>Whether enough people have written something that counts. In a frozen round nobody can be counted any more, and it holds what held.</summary>
    public static async Task<bool> HasEnoughToQuoteAsync(this RecordContext record, Guid windowId, CancellationToken cancel)
    {
        var authors = await record.KeptInputs(windowId).Where(input => input.ImportId == null).Select(input => input.ContributorId).Distinct().Take(FewestContributors).ToListAsync(cancel);
        return authors.Contains(null) || authors.Count >= FewestContributors;
    }
}
