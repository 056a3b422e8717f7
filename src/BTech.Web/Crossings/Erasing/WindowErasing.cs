using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.People.Retention;
using BTech.Record.Retention;

namespace BTech.Web.Crossings.Erasing;

/// <summary>
/// Erases what is due of a window, each side on its own connection and never in one transaction. Whether something is left to erase is asked of
/// the tables, so that work that was cut off anywhere is simply started again, and a restored backup is erased anew. Nothing passes between the
/// sides but the window's id, which both know.
/// </summary>
public sealed class WindowErasing(ErasureBook book, ErasureStones stones, PeopleErasure people, TextErasure texts, Freezing freezing, TraceSearching traces, TimeProvider time)
{
    /// <summary>The kinds that may be erased of a window on a day: their day has come, or they were erased before.</summary>
    public IEnumerable<ErasureKind> Due(CommentWindow window, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        var buried = stones.Read();
        var dates = RetentionDates.Of(window);
        return Enum.GetValues<ErasureKind>().Where(kind => buried.Contains((window.Id, kind)) || (dates.DayOf(kind) <= today && CanBe(window, kind)));
    }

    /// <summary>What should have been erased of a window before today and is still there.</summary>
    public async Task<IReadOnlyList<ErasureKind>> OverdueAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        var overdue = new List<ErasureKind>();
        foreach (var kind in Due(window, Today.AddDays(-1)))
            if (!await IsDoneAsync(window.Id, kind, cancel)) overdue.Add(kind);
        return overdue;
    }

    /// <summary>Erases what is due of one window.</summary>
    /// <returns>What was erased now; not what had been before.</returns>
    public async Task<IReadOnlyList<ErasureKind>> RunDueAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        var erased = new List<ErasureKind>();
        // A round that was never opened may be given other days, and people be invited into it anew: it gets no tombstone.
        foreach (var kind in Due(window, Today))
            if (await EraseAsync(window.Id, kind, isBuried: window.IsOpened, cancel)) erased.Add(kind);
        return erased;
    }

    /// <summary>Erases again what a restored backup has brought back, also of windows that the backup does not know.</summary>
    public async Task AgainAsync(CancellationToken cancel)
    {
        foreach (var (window, kind) in stones.Read().OrderBy(stone => stone.Kind)) await EraseAsync(window, kind, cancel);
    }

    /// <summary>
    /// Erases one kind of a window, whatever its day: the caller owns the rule and the two persons. Should others hold the tables, it is done by the
    /// next run, because its tombstone is written first.
    /// </summary>
    /// <returns>Whether something was erased now.</returns>
    public Task<bool> EraseAsync(Guid window, ErasureKind kind, CancellationToken cancel) => EraseAsync(window, kind, isBuried: true, cancel);

    private async Task<bool> EraseAsync(Guid window, ErasureKind kind, bool isBuried, CancellationToken cancel)
    {
        var isNew = isBuried && stones.Add(window, kind);
        var known = (await book.OfWindowAsync(window, cancel)).FirstOrDefault(one => one.Kind == kind);
        if (await IsDoneAsync(window, kind, cancel))
        {
            // Erased, and cut off before the search: what to search for is gone as well.
            if (known is null) await KeepAsync(isNew || !isBuried ? TraceSearch.Wordless : TraceSearch.CutOff, []);
            return isNew;
        }
        var words = kind switch
        {
            ErasureKind.People => await people.EraseAsync(window, cancel),
            ErasureKind.Texts => await texts.EraseAsync(window, cancel),
            // Ids have no words.
            _ => await freezing.FreezeAsync(window, cancel) ? [] : null,
        };
        if (words is null) return false;
        // What was found by an earlier search may still be there, whatever this one finds.
        var found = (await traces.SearchAsync(words, cancel)).Union(known?.Found ?? []).ToList();
        await KeepAsync(found.Count > 0 ? TraceSearch.Found : words.Count > 0 ? TraceSearch.Clean : TraceSearch.Wordless, found);
        return true;

        Task KeepAsync(TraceSearch search, IReadOnlyList<string> where) =>
            book.KeepAsync(new Erasure { WindowId = window, Kind = kind, DoneOn = Today, Search = search, Found = [.. where] }, cancel);
    }

    private DateOnly Today => RetentionDates.Day(time.GetUtcNow());

    private async Task<bool> IsDoneAsync(Guid window, ErasureKind kind, CancellationToken cancel) => kind switch
    {
        ErasureKind.People => await people.IsDoneAsync(window, cancel),
        ErasureKind.Texts => await texts.IsDoneAsync(window, cancel),
        _ => await freezing.IsDoneAsync(window, cancel),
    };

    /// <summary>Until the seal nothing is erased: it counts those invited. A window that was never opened has nobody to count.</summary>
    public static bool CanBe(CommentWindow window, ErasureKind kind) => window.IsSealed || (kind == ErasureKind.People && !window.IsOpened);
}
