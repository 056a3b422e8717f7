using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
    /// <returns>False when the version of the paper on which it would be held was taken back meanwhile.</returns>
    public async Task<bool> AddAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        _agenda.Windows.Add(window);
        return await SaveAsync(cancel);
    }

    /// <summary>Changes one round: dates, early closing, opened, sealed, reported. The caller owns the rule behind the change.</summary>
    /// <returns>Whether it was changed: false when there is no such window, or the version of the paper that it was given was taken back meanwhile.</returns>
    public async Task<bool> ChangeAsync(Guid id, Action<CommentWindow> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        var window = await _agenda.Windows.SingleOrDefaultAsync(found => found.Id == id, cancel);
        if (window is null) return false;
        change(window);
        return await SaveAsync(cancel);
    }

    private async Task<bool> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await _agenda.SaveChangesAsync(cancel);
            return true;
        }
        // Between looking for the version and this moment somebody may take it back.
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation, ConstraintName: { } name } && name.Contains("paper_version", StringComparison.Ordinal))
        {
            return false;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }

    private IQueryable<CommentWindow> WithConsultation() =>
        _agenda.Windows.AsNoTracking().AsSingleQuery()
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.FocusAreas.OrderBy(area => area.Number))
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.Groups.OrderBy(group => group.Order));
}
