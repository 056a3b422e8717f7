using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Windows;

/// <summary>Notices to everybody of a window.</summary>
public sealed class Announcements
{
    private readonly AgendaContext _agenda;

    internal Announcements(AgendaContext agenda) => _agenda = agenda;

    /// <summary>Adds a notice to everybody; one that is there already stays as it is, so that whoever must tell may ask again.</summary>
    public async Task AddAsync(Announcement announcement, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (await _agenda.Announcements.AnyAsync(known => known.Id == announcement.Id, cancel)) return;
        _agenda.Announcements.Add(announcement);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
    }

    /// <summary>Notices that are due and not yet taken to the outbox; those of rehearsals, which have nobody to be told, never are.</summary>
    public async Task<IReadOnlyList<Announcement>> DueAsync(DateTimeOffset now, CancellationToken cancel) =>
        await _agenda.Announcements.AsNoTracking().Where(notice => !notice.IsTaken && notice.DueAt <= now
            && !_agenda.Windows.Any(window => window.Id == notice.WindowId && window.Consultation.RehearsalOf != null)).ToListAsync(cancel);

    /// <summary>When notices went out to everybody of a window, oldest first.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SentAsync(Guid windowId, CancellationToken cancel) =>
        await _agenda.Announcements.Where(notice => notice.WindowId == windowId && notice.IsTaken).Select(notice => notice.DueAt).Order().ToListAsync(cancel);

    /// <summary>Marks a notice as taken to the outbox.</summary>
    public Task MarkTakenAsync(Guid id, CancellationToken cancel) =>
        _agenda.Announcements.Where(notice => notice.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.IsTaken, true), cancel);
}
