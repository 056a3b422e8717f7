using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>Keeps views of the list of inputs for the team.</summary>
public sealed class SavedFilters
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    /// <summary>Longest address.</summary>
    public const int LongestQuery = 600;

    /// <summary>Most that a window keeps.</summary>
    public const int Most = 30;

    private readonly RecordContext _record;

    internal SavedFilters(RecordContext record) => _record = record;

    /// <summary>Those of a window by name.</summary>
    public async Task<IReadOnlyList<SavedFilter>> OfWindowAsync(Guid windowId, CancellationToken cancel) =>
        [.. (await _record.SavedFilters.AsNoTracking().Where(filter => filter.WindowId == windowId).ToListAsync(cancel)).OrderBy(filter => filter.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Keeps one under a name; one that had this name is replaced.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="name">Its name, at most <see cref="LongestName"/> characters.</param>
    /// <param name="query">The filters in the address; made by the page, never taken from a visitor as it is.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it was kept: not without a name, with too long a one, without any filter, or where <see cref="Most"/> are kept already.</returns>
    public async Task<bool> KeepAsync(Guid windowId, string? name, string query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > LongestName || query.Length is 0 or > LongestQuery) return false;
        if (await _record.SavedFilters.CountAsync(filter => filter.WindowId == windowId && filter.Name != called, cancel) >= Most) return false;
        await _record.Database.ExecuteSqlAsync(
            $"INSERT INTO record.saved_filter (id, window_id, name, query) VALUES ({Guid.NewGuid()}, {windowId}, {called}, {query}) ON CONFLICT (window_id, name) DO UPDATE SET query = excluded.query", cancel);
        return true;
    }

    /// <summary>Drops one.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DropAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        await _record.SavedFilters.Where(filter => filter.WindowId == windowId && filter.Id == id).ExecuteDeleteAsync(cancel) > 0;
}
