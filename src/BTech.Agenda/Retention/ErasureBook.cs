using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Retention;

/// <summary>What was erased of which window, for those who must be able to show it.</summary>
public sealed class ErasureBook
{
    private readonly AgendaContext _agenda;

    internal ErasureBook(AgendaContext agenda) => _agenda = agenda;

    /// <summary>The erasures of a window, by kind.</summary>
    public async Task<IReadOnlyList<Erasure>> OfWindowAsync(Guid windowId, CancellationToken cancel) =>
        await _agenda.Erasures.AsNoTracking().Where(erasure => erasure.WindowId == windowId).OrderBy(erasure => erasure.Kind).ToListAsync(cancel);

    /// <summary>Keeps an outcome. One of the same window and kind is replaced, unless this one only says that nothing was left to search for.</summary>
    public async Task KeepAsync(Erasure erasure, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        // One statement, because two nodes may have come to the end of the same work at once.
        await _agenda.Database.ExecuteSqlAsync($"""
            INSERT INTO agenda.erasure (window_id, kind, done_on, search, found)
            SELECT {erasure.WindowId}, {(int)erasure.Kind}, {erasure.DoneOn}, {(int)erasure.Search}, {erasure.Found}
            WHERE EXISTS (SELECT FROM agenda.comment_window WHERE id = {erasure.WindowId})
            ON CONFLICT (window_id, kind) DO UPDATE SET done_on = excluded.done_on, search = excluded.search, found = excluded.found
            WHERE excluded.search IN ({(int)TraceSearch.Clean}, {(int)TraceSearch.Found})
            """, cancel);
    }
}
