using BTech.Record.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Bands and labels of a window's seal page.</summary>
internal static class ToldAtTheSealQuery
{
    /// <summary>What it told; nothing where there is none, as for a meeting.</summary>
    public static async Task<ToldAtTheSeal?> ToldAtTheSealAsync(this RecordContext record, Guid windowId, CancellationToken cancel) =>
        await record.Set<SealPageRow>().AsNoTracking().Where(page => page.WindowId == windowId).Select(page => new { page.ContributorsBand, page.Labels }).SingleOrDefaultAsync(cancel) is { } page
            ? new ToldAtTheSeal(DisclosureControl.AsTold(page.ContributorsBand).Band, page.Labels.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal))
            : null;
}
