using BTech.Record.Coding;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Writes the history of code books. Whoever changes one takes a turn first, so that each change makes a version of its own.</summary>
internal static class BookLedger
{
    /// <summary>The version of a code book; 0 for one in which nothing has ever stood.</summary>
    public static async Task<int> BookVersionAsync(this RecordContext record, Guid consultationId, CancellationToken cancel) =>
        await record.ThemeChanges.Where(change => change.ConsultationId == consultationId).MaxAsync(change => (int?)change.Version, cancel) ?? 0;

    /// <summary>Adds one version with these changes, to be saved with them; none without any.</summary>
    public static async Task NoteAsync(this RecordContext record, Guid consultationId, IReadOnlyCollection<(Theme Theme, BookAct Act, Guid? Other)> changes, CancellationToken cancel)
    {
        if (changes.Count == 0) return;
        var version = await record.BookVersionAsync(consultationId, cancel) + 1;
        record.ThemeChanges.AddRange(changes.Select(change => new ThemeChange
        {
            Id = Guid.NewGuid(), ConsultationId = consultationId, Version = version, ThemeId = change.Theme.Id, Act = change.Act, OtherId = change.Other,
            Name = change.Theme.Name, Definition = change.Theme.Definition, WhenToUse = change.Theme.WhenToUse, WhenNot = change.Theme.WhenNot, Example = change.Theme.Example,
            IsCrossCutting = change.Theme.IsCrossCutting, ParentId = change.Theme.ParentId,
        }));
    }
}
