using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Windows;

/// <summary>The rounds of all consultations: found, added, and moved through their life.</summary>
public sealed class CommentWindows
{
    private readonly AgendaContext _agenda;

    internal CommentWindows(AgendaContext agenda) => _agenda = agenda;

    /// <summary>The window with this id, with its consultation, focus areas and groups; one round trip.</summary>
    public Task<CommentWindow?> FindAsync(Guid id, CancellationToken cancel) =>
        WithConsultation().SingleOrDefaultAsync(window => window.Id == id, cancel);

    /// <summary>The window with this name, likewise.</summary>
    public Task<CommentWindow?> FindAsync(WindowName name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        return WithConsultation().SingleOrDefaultAsync(window => window.Consultation.Slug == name.Slug && window.Number == name.Number, cancel);
    }

    /// <summary>Every window of every consultation, by slug and number.</summary>
    public async Task<IReadOnlyList<CommentWindow>> AllAsync(CancellationToken cancel) =>
        await WithConsultation().OrderBy(window => window.Consultation.Slug).ThenBy(window => window.Number).ToListAsync(cancel);

    /// <summary>Adds a round.</summary>
    public async Task AddAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        _agenda.Windows.Add(window);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
    }

    /// <summary>Changes one round: dates, early closing, opened, sealed, reported. The caller owns the rule behind the change.</summary>
    /// <returns>Whether the window exists.</returns>
    public async Task<bool> ChangeAsync(Guid id, Action<CommentWindow> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        var window = await _agenda.Windows.SingleOrDefaultAsync(found => found.Id == id, cancel);
        if (window is null) return false;
        change(window);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        return true;
    }

    private IQueryable<CommentWindow> WithConsultation() =>
        _agenda.Windows.AsNoTracking().AsSingleQuery()
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.FocusAreas.OrderBy(area => area.Number))
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.Groups.OrderBy(group => group.Order));
}
